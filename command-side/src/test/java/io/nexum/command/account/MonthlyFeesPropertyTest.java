package io.nexum.command.account;

import static io.nexum.command.account.StoryProducts.fees;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.DayStories;
import io.nexum.command.Story;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.ProductFee.Event;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Whichever days are closed, and however often: each month that has ended has paid once. */
class MonthlyFeesPropertyTest {
    private static final LocalDate OPENED = LocalDate.of(2026, 3, 10);

    @Property(tries = 200)
    void months_pay_once_each_in_any_cut_of_days(
            @ForAll @NotEmpty @Size(max = 12) List<@IntRange(max = 500) Integer> daysAfterOpening) {
        Story story = new Story();
        AccountId account = new StoryProducts(story)
                .account(deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00")));
        story.deposit(account, usd("1000.00"));
        int before = story.log().size();

        daysAfterOpening.stream()
                .sorted()
                .forEach(days -> DayStories.close(
                        story, new ChargeMonthlyFees(), AccountState.streamOf(account), OPENED.plusDays(days)));

        LocalDate last = OPENED.plusDays(Collections.max(daysAfterOpening));
        long months = ChronoUnit.MONTHS.between(YearMonth.from(OPENED), YearMonth.from(last.plusDays(1)));
        assertThat(fees(story.since(before))).hasSize((int) months).allMatch(usd("5.00")::equals);
    }
}
