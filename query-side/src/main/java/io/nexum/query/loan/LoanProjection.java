package io.nexum.query.loan;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.loan.LoanEvent.LoanInterestAccrued;
import io.nexum.kernel.loan.LoanId;
import io.nexum.query.day.BankDayProjection;
import io.nexum.query.log.LoggedEvent;
import io.nexum.query.readmodel.Projection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables {@code loan}, {@code loan_history} and {@code loan_day}. To a loan that did nothing but earn it is added
 * where it is; the rows of the others are read, their events gone over, and written again. Each is one statement a
 * table, however many loans there are.
 */
public final class LoanProjection implements Projection {
    private final TenantId tenant;
    private final Map<LoanId, List<Dated>> loans = new LinkedHashMap<>();
    private Optional<LocalDate> bankDay = Optional.empty();

    /** @param bankDay the bank's date, if the batch has told it before */
    private record Dated(LoggedEvent logged, LoanEvent event, Optional<LocalDate> bankDay) {}

    public LoanProjection(TenantId tenant) {
        this.tenant = tenant;
    }

    @Override
    public void see(LoggedEvent logged) {
        bankDay = BankDayProjection.dateOf(logged).or(() -> bankDay);
        if (logged.event() instanceof LoanEvent event) {
            loans.computeIfAbsent(event.loan(), id -> new ArrayList<>()).add(new Dated(logged, event, bankDay));
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        if (loans.isEmpty()) {
            return;
        }
        LoanRows rows = new LoanRows(tenant);
        List<LoanId> changed = new ArrayList<>();
        loans.forEach((id, events) -> {
            if (events.stream().allMatch(dated -> dated.event() instanceof LoanInterestAccrued)) {
                earn(id, events, rows);
            } else {
                changed.add(id);
            }
        });
        Map<LoanId, LoanRow> known = rows.read(connection, changed);
        Optional<LocalDate> before = rows.bankDay(connection);
        for (LoanId id : changed) {
            goOver(id, Optional.ofNullable(known.get(id)), before, rows);
        }
        rows.write(connection);
    }

    private void earn(LoanId id, List<Dated> events, LoanRows rows) {
        BigDecimal interest = BigDecimal.ZERO;
        BigDecimal charges = BigDecimal.ZERO;
        for (Dated dated : events) {
            LoanInterestAccrued accrued = (LoanInterestAccrued) dated.event();
            interest = interest.add(accrued.interest().amount());
            charges = charges.add(accrued.defaultInterest().amount());
            rows.onDay(
                    accrued.interest().currency(),
                    accrued.date(),
                    accrued.interest().amount(),
                    BigDecimal.ZERO);
        }
        LoanInterestAccrued last = (LoanInterestAccrued) events.getLast().event();
        rows.earn(
                id,
                interest,
                charges,
                last.date().plusDays(1),
                events.getLast().logged().recordedAt());
    }

    private void goOver(LoanId id, Optional<LoanRow> known, Optional<LocalDate> before, LoanRows rows) {
        List<Dated> events = loans.getOrDefault(id, List.of());
        Dated first = events.getFirst();
        LoanRow row = known.orElseGet(() -> {
            if (!(first.event() instanceof LoanApplied applied)) {
                throw new IllegalStateException("loan " + id + " begins with " + first.event());
            }
            rows.add(applied, first.logged());
            return LoanRow.of(applied);
        });
        for (Dated dated : events) {
            LoanRow.Shown shown = row.shown();
            BigDecimal earned = row.interestEarned();
            BigDecimal asset = row.asset();
            LocalDate today = dated.bankDay()
                    .or(() -> before)
                    .orElseGet(() -> LocalDate.ofInstant(dated.logged().recordedAt(), ZoneOffset.UTC));
            LocalDate day = row.see(dated.event(), today);
            rows.onDay(
                    row.currency,
                    day,
                    row.interestEarned().subtract(earned),
                    row.asset().subtract(asset));
            if (dated.event() instanceof LoanApplied || !row.shown().equals(shown)) {
                row.changedOn = day.isAfter(row.changedOn) ? day : row.changedOn;
                rows.tell(id, dated.logged().position(), row);
            }
        }
        rows.change(id, row, events.getLast().logged().recordedAt());
    }
}
