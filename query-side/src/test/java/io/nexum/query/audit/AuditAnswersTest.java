package io.nexum.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.AccountView;
import io.nexum.kernel.account.AccountQuery.GetAccount;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.audit.AuditQuery.AuditEvent;
import io.nexum.kernel.audit.AuditQuery.Filter;
import io.nexum.kernel.audit.AuditQuery.FindAuditEvents;
import io.nexum.kernel.audit.AuditQuery.PointInLog;
import io.nexum.kernel.audit.AuditQuery.ReplayAccount;
import io.nexum.kernel.audit.AuditQuery.ReplayTrialBalance;
import io.nexum.kernel.audit.AuditQuery.Replayed;
import io.nexum.kernel.ledger.LedgerQuery.DateBasis;
import io.nexum.kernel.ledger.LedgerQuery.GetTrialBalance;
import io.nexum.kernel.ledger.LedgerQuery.TrialBalance;
import io.nexum.kernel.money.Money;
import io.nexum.query.TestBank;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditAnswersTest {
    private static final PointInLog NEWEST = new PointInLog(Optional.empty(), Optional.empty());

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void an_event_shows_who_why_when_and_what() {
        AccountId account = bank.account();
        bank.log.by("mary", "request-9");
        Instant at = bank.log.now();
        bank.append(new AccountFrozen(account, "suspicion"));

        AuditEvent event = find(filter().user("mary").build()).getFirst();

        assertThat(event.position()).isEqualTo(bank.log.position());
        assertThat(event.entityType()).isEqualTo("account");
        assertThat(event.entityId()).isEqualTo(account.toString());
        assertThat(event.sequence()).isEqualTo(1);
        assertThat(event.type()).isEqualTo("account.frozen.v2");
        assertThat(event.recordedAt()).isEqualTo(at);
        assertThat(event.correlationId()).isEqualTo("request-9");
        assertThat(event.command()).isEqualTo("TestCommand");
        assertThat(event.data()).containsEntry("reason", "suspicion");
        assertThat(event.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void events_are_found_by_each_filter_the_newest_first() {
        bank.log.by("mary", "request-9");
        AccountId account = bank.account();
        Instant between = bank.log.now();
        bank.log.by("john", "request-10");
        bank.deposit(account, "1");
        bank.deposit(account, "2");
        long last = bank.log.position();

        assertThat(positions(filter().user("john").build())).containsExactly(last, last - 1);
        assertThat(positions(filter().correlation("request-10").build())).containsExactly(last, last - 1);
        assertThat(positions(filter().since(between).build())).containsExactly(last, last - 1);
        assertThat(positions(filter().type("account.credited").build())).containsExactly(last, last - 1);
        assertThat(positions(filter().type("account.credited.v1").build())).containsExactly(last, last - 1);
        assertThat(positions(filter().type("account.credited.v2").build())).isEmpty();
        assertThat(positions(filter().type("account").build())).isEmpty();
        assertThat(positions(filter().entity("account", account.toString()).build()))
                .containsExactly(last, last - 1, last - 3);
        assertThat(positions(filter().entity(null, account.toString()).build()))
                .containsExactly(last, last - 1, last - 3);
        assertThat(positions(filter().entity("account", null).build())).containsExactly(last, last - 1, last - 3);
        assertThat(positions(filter().user("mary").until(between).build()))
                .containsExactly(last - 2, last - 3, last - 4);
    }

    @Test
    void a_page_of_events_tells_how_many_there_are() {
        var page = bank.ask(new FindAuditEvents(filter().build(), new PageRequest(3, 2)));
        assertThat(page.items())
                .extracting(AuditEvent::position)
                .containsExactly(bank.log.position() - 3, bank.log.position() - 4);
        assertThat(page.total()).isEqualTo(bank.log.position());
    }

    @Test
    void an_account_replayed_to_the_newest_point_is_the_account() {
        AccountId account = bank.account();
        bank.deposit(account, "100");
        bank.append(
                new HoldPlaced(account, new HoldId(UUID.randomUUID()), Money.of("7.00", "USD"), "x", Optional.empty()));
        bank.withdraw(account, "10");
        bank.append(new AccountFrozen(account, "suspicion"));

        Replayed<AccountView> replayed = bank.ask(new ReplayAccount(account, NEWEST));

        assertThat(replayed.state()).isEqualTo(bank.ask(new GetAccount(account, bank.log.now())));
        assertThat(replayed.position()).isEqualTo(bank.log.position());
    }

    @Test
    void an_account_is_replayed_as_of_a_position_or_an_instant() {
        AccountId account = bank.account();
        long opened = bank.log.position();
        Instant first = bank.log.now();
        bank.deposit(account, "100");
        Instant second = bank.log.now();
        bank.deposit(account, "50");

        assertThat(balance(account, Optional.of(opened + 1), Optional.empty())).isEqualTo(Money.of("100", "USD"));
        assertThat(balance(account, Optional.empty(), Optional.of(first))).isEqualTo(Money.of("100", "USD"));
        assertThat(balance(account, Optional.empty(), Optional.of(second))).isEqualTo(Money.of("150", "USD"));
        assertThat(balance(account, Optional.of(opened), Optional.of(second))).isEqualTo(Money.of("0", "USD"));
        assertThat(balance(account, Optional.of(opened + 9_000), Optional.empty()))
                .isEqualTo(Money.of("150", "USD"));
        assertThatThrownBy(() -> balance(account, Optional.of(opened - 2), Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> balance(account, Optional.of(-1L), Optional.empty()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void a_replayed_hold_counts_until_its_time_is_over() {
        AccountId account = bank.account();
        Instant expiry = bank.log.now().plusSeconds(100);
        bank.append(new HoldPlaced(
                account, new HoldId(UUID.randomUUID()), Money.of("7.00", "USD"), "x", Optional.of(expiry)));

        AccountView before = bank.ask(new ReplayAccount(
                        account, new PointInLog(Optional.empty(), Optional.of(expiry.minusSeconds(1)))))
                .state();
        AccountView after = bank.ask(new ReplayAccount(account, new PointInLog(Optional.empty(), Optional.of(expiry))))
                .state();
        assertThat(before.held()).isEqualTo(Money.of("7", "USD"));
        assertThat(after.held()).isEqualTo(Money.of("0", "USD"));
    }

    @Test
    void a_replayed_trial_balance_is_the_trial_balance() {
        AccountId account = bank.account();
        bank.deposit(account, "100");
        long position = bank.log.position();
        bank.withdraw(account, "30");

        TrialBalance newest = bank.ask(new ReplayTrialBalance(NEWEST)).state();
        TrialBalance past = bank.ask(new ReplayTrialBalance(new PointInLog(Optional.of(position), Optional.empty())))
                .state();

        assertThat(newest).isEqualTo(trialBalance(Optional.empty()));
        assertThat(past).isEqualTo(trialBalance(Optional.of(position)));
        assertThat(past).isNotEqualTo(newest);
    }

    private TrialBalance trialBalance(Optional<Long> position) {
        return bank.ask(new GetTrialBalance(Optional.empty(), DateBasis.BOOKING_DATE, position));
    }

    private Money balance(AccountId account, Optional<Long> position, Optional<Instant> at) {
        return bank.ask(new ReplayAccount(account, new PointInLog(position, at)))
                .state()
                .balance();
    }

    private List<AuditEvent> find(Filter filter) {
        return bank.ask(new FindAuditEvents(filter, PageRequest.FIRST)).items();
    }

    private List<Long> positions(Filter filter) {
        return find(filter).stream().map(AuditEvent::position).toList();
    }

    private static FilterBuilder filter() {
        return new FilterBuilder();
    }

    private static final class FilterBuilder {
        private Optional<String> entityType = Optional.empty();
        private Optional<String> entityId = Optional.empty();
        private Optional<String> type = Optional.empty();
        private Optional<String> user = Optional.empty();
        private Optional<String> correlation = Optional.empty();
        private Optional<Instant> since = Optional.empty();
        private Optional<Instant> until = Optional.empty();

        FilterBuilder entity(
                @org.jspecify.annotations.Nullable String newType, @org.jspecify.annotations.Nullable String id) {
            entityType = Optional.ofNullable(newType);
            entityId = Optional.ofNullable(id);
            return this;
        }

        FilterBuilder type(String value) {
            type = Optional.of(value);
            return this;
        }

        FilterBuilder user(String value) {
            user = Optional.of(value);
            return this;
        }

        FilterBuilder correlation(String value) {
            correlation = Optional.of(value);
            return this;
        }

        FilterBuilder since(Instant value) {
            since = Optional.of(value);
            return this;
        }

        FilterBuilder until(Instant value) {
            until = Optional.of(value);
            return this;
        }

        Filter build() {
            return new Filter(entityType, entityId, type, user, correlation, since, until);
        }
    }
}
