package io.nexum.bench.bank;

import io.nexum.command.EntityType;
import io.nexum.command.day.DayContext;
import io.nexum.command.day.DayStep;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent.AccountCredited;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A step that gives each account its interest for the day, and a plan of payments beside it, so that a state weighs as
 * much as a loan's. Its accounts are those of the bank, seen with other eyes.
 */
public final class DailyInterest implements DayStep<DailyInterest.Saver> {
    static final String MEMBERSHIP = "open_saver";
    private static final BigDecimal RATE_A_DAY = new BigDecimal("0.0003");
    private static final int PAYMENTS = 24;

    private static final EntityType<Saver> TYPE = new EntityType<>(
            "account",
            new Saver(new AccountId(new UUID(0, 0)), Money.of("0.00", "USD"), LocalDate.EPOCH, List.of()),
            Saver.class,
            "bench",
            DailyInterest::evolve);

    /** @param through the last day whose interest it has */
    public record Saver(AccountId account, Money balance, LocalDate through, List<Payment> plan) {}

    /** One row of the plan. */
    public record Payment(int number, LocalDate date, Money principal, Money interest, Money left) {}

    private static Saver evolve(Saver before, DomainEvent event) {
        return switch (event) {
            case AccountOpened opened ->
                new Saver(opened.account(), before.balance(), opened.openedOn(), plan(opened.openedOn()));
            case AccountCredited credited ->
                new Saver(before.account(), credited.balance(), credited.valueDate(), before.plan());
            default -> before;
        };
    }

    private static List<Payment> plan(LocalDate from) {
        Money amount = Money.of("123.45", "USD");
        return IntStream.rangeClosed(1, PAYMENTS)
                .mapToObj(number -> new Payment(number, from.plusMonths(number), amount, amount, amount))
                .toList();
    }

    @Override
    public String name() {
        return "pay_interest";
    }

    @Override
    public EntityType<Saver> type() {
        return TYPE;
    }

    @Override
    public String membership() {
        return MEMBERSHIP;
    }

    @Override
    public List<DomainEvent> decide(Saver saver, DayContext day) {
        if (!saver.through().isBefore(day.date())) {
            return List.of();
        }
        BigDecimal interest = saver.balance().amount().multiply(RATE_A_DAY).setScale(2, RoundingMode.HALF_EVEN);
        return List.of(credit(saver, Money.of(interest, saver.balance().currency()), day.date()));
    }

    /** Money from nowhere but the books' other side. */
    static AccountCredited credit(Saver saver, Money amount, LocalDate date) {
        String name = saver.account() + "/" + date;
        Movement movement = new Movement(
                new TransactionId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                TransactionType.INTEREST_CREDIT,
                amount,
                date,
                date,
                "Interest of a day",
                Optional.empty(),
                Channel.SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new AccountCredited(
                saver.account(),
                movement,
                saver.balance().plus(amount),
                List.of(
                        JournalLine.debit(DefaultChart.CUSTOMER_REWARDS, amount),
                        JournalLine.credit(DefaultChart.SAVINGS_DEPOSITS, saver.account(), amount)));
    }
}
