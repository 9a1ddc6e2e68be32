package io.nexum.gateway.day;

import io.nexum.kernel.Page;
import io.nexum.kernel.day.DayQuery.SetAsideView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** @param date the one whose close failed for it */
record SetAsideAnswer(String step, String entityId, LocalDate date, String reason, Instant setAsideAt) {
    static SetAsideAnswer of(SetAsideView view) {
        return new SetAsideAnswer(view.step(), view.entity(), view.date(), view.reason(), view.at());
    }

    record SetAsideList(List<SetAsideAnswer> setAside, long total, int skip, int limit) {
        static SetAsideList of(Page<SetAsideView> page) {
            return new SetAsideList(
                    page.items().stream().map(SetAsideAnswer::of).toList(), page.total(), page.skip(), page.limit());
        }
    }

    /** What was set aside is no longer. */
    record Readmitted(String step, String entityId) {}
}
