package io.nexum.command.account;

import io.nexum.command.DayStories;
import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.AgreeInterest;
import io.nexum.kernel.account.AccountEvent.InterestAccrued;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.InterestFrequency;
import io.nexum.kernel.interest.RateTiers.Tiering;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Instruction;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.transaction.TransactionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One account with interest, told day by day. */
final class InterestStory {
    private static final DepositInterest STEP = DepositInterest.accrueAndPost();

    final Story story = new Story();
    final Currency currency;
    final AccountId account;

    InterestStory(String currency, LocalDate opened, InterestConditions conditions) {
        this(currency, opened, conditions, "0");
    }

    InterestStory(String currency, LocalDate opened, InterestConditions conditions, String overdraft) {
        this.currency = Currency.of(currency);
        on(opened);
        AccountLimits none = AccountLimits.none(this.currency);
        account = story.send(Story.opening(
                story.customer(),
                new AccountLimits(
                        none.minimumBalance(),
                        money(overdraft),
                        none.daily(),
                        none.monthly(),
                        none.lowBalanceAlert())));
        story.send(new AgreeInterest(account, Optional.of(conditions)));
    }

    InterestStory on(LocalDate day) {
        story.at(day + "T12:00:00Z");
        return this;
    }

    InterestStory deposit(String amount, LocalDate valueDate) {
        story.send(new Deposit(account, instruction(amount, valueDate)));
        return this;
    }

    InterestStory withdraw(String amount, LocalDate valueDate) {
        story.send(new Withdraw(account, instruction(amount, valueDate)));
        return this;
    }

    private Instruction instruction(String amount, LocalDate valueDate) {
        return new Instruction(
                new TransactionId(UUID.randomUUID()),
                money(amount),
                "test",
                Optional.empty(),
                Channel.BRANCH,
                Optional.of(valueDate),
                Map.of());
    }

    List<DomainEvent> close(LocalDate day) {
        on(day);
        return DayStories.close(story, STEP, AccountState.streamOf(account), day);
    }

    List<DomainEvent> run(DepositInterest step, LocalDate day) {
        return DayStories.close(story, step, AccountState.streamOf(account), day);
    }

    InterestStory closeAll(LocalDate from, LocalDate through) {
        from.datesUntil(through.plusDays(1)).forEach(this::close);
        return this;
    }

    AccountInterest interest() {
        return story.opened(account).interest().orElseThrow();
    }

    Money balance() {
        return story.balance(account);
    }

    /** All that was ever accrued to the holder. */
    Money accrued() {
        return story.log().stream()
                .filter(InterestAccrued.class::isInstance)
                .map(event -> ((InterestAccrued) event).earned())
                .reduce(Money.zero(currency), Money::plus);
    }

    /** What the books say of an account of the general ledger: debits above zero. */
    Money ledger(GlCode code) {
        return story.log().stream()
                .filter(Posting.class::isInstance)
                .flatMap(event -> ((Posting) event).lines().stream())
                .filter(line -> line.account().equals(code))
                .map(line -> line.signed())
                .reduce(Money.zero(currency), Money::plus);
    }

    Money money(String amount) {
        return Money.of(new BigDecimal(amount), currency);
    }

    static InterestConditions simple(String rate) {
        return InterestConditions.simple(new BigDecimal(rate));
    }

    static InterestConditions conditions(
            String rate,
            BalanceMethod balance,
            InterestFrequency accrual,
            Optional<InterestFrequency> posting,
            String withholding,
            String overdraft) {
        InterestConditions simple = simple(rate);
        return new InterestConditions(
                simple.annualRate(),
                List.of(),
                Tiering.WHOLE_BALANCE,
                balance,
                InterestConditions.Type.SIMPLE,
                InterestFrequency.MONTHLY,
                accrual,
                posting,
                simple.dayCount(),
                new BigDecimal(withholding),
                Optional.of(new BigDecimal(overdraft)).filter(own -> own.signum() != 0));
    }
}
