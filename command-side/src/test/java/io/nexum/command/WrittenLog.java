package io.nexum.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.BalanceChanged;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.Posting;
import io.nexum.kernel.log.HashChain;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StoredEvent;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say, read as an auditor would: from the rows alone. */
public final class WrittenLog {
    private final List<StoredEvent> rows;
    private final long head;
    private final PersonalEvents codec;

    private WrittenLog(List<StoredEvent> rows, long head, PersonalEvents codec) {
        this.codec = codec;
        this.rows = rows;
        this.head = head;
    }

    public static WrittenLog of(TestDatabase database) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        List<StoredEvent> rows = jdbc.sql("""
                        SELECT tenant, position, stream, sequence, type, recorded_at, payload, metadata, hash
                        FROM event ORDER BY tenant, position
                        """)
                .query((row, n) -> new StoredEvent(
                        new TenantId(row.getString(1)),
                        row.getLong(2),
                        new StreamId(row.getString(3)),
                        row.getLong(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7).getBytes(StandardCharsets.UTF_8),
                        row.getString(8).getBytes(StandardCharsets.UTF_8),
                        row.getBytes(9)))
                .list();
        long head = jdbc.sql("SELECT position FROM chain_head")
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new WrittenLog(rows, head, new PersonalEvents(TestKeys.of(database.store())));
    }

    public int size() {
        return rows.size();
    }

    public long count(String type) {
        return rows.stream().filter(row -> row.type().equals(type)).count();
    }

    public List<StoredEvent> of(StreamId stream) {
        return rows.stream().filter(row -> row.stream().equals(stream)).toList();
    }

    public List<DomainEvent> events() {
        return rows.stream()
                .map(row -> codec.decode(row.tenant(), row.stream(), row.type(), row.payload()))
                .toList();
    }

    /** Positions and sequences without gaps, a chain that verifies to the head, books in balance. */
    public WrittenLog mustBeSound() {
        HashChain chain = new HashChain();
        byte[] hash = HashChain.genesis();
        long position = 0;
        Map<StreamId, Long> sequences = new HashMap<>();
        for (StoredEvent row : rows) {
            assertThat(row.position()).isEqualTo(++position);
            assertThat(row.sequence()).isEqualTo(sequences.merge(row.stream(), 0L, (last, first) -> last + 1));
            hash = chain.next(hash, row);
            assertThat(row.hash()).as("hash at position %s", position).isEqualTo(hash);
        }
        assertThat(head).isEqualTo(position);
        booksMustBalance();
        return this;
    }

    private void booksMustBalance() {
        Map<Currency, BigDecimal> sums = new HashMap<>();
        Map<AccountId, Money> told = new HashMap<>();
        Map<AccountId, Money> added = new HashMap<>();
        for (DomainEvent event : events()) {
            if (event instanceof Posting posting) {
                for (JournalLine line : posting.lines()) {
                    sums.merge(line.amount().currency(), line.signed().amount(), BigDecimal::add);
                    line.subAccount()
                            .ifPresent(account -> added.merge(
                                    AccountId.of(account), line.signed().negated(), Money::plus));
                }
            }
            if (event instanceof BalanceChanged changed) {
                told.put(changed.account(), changed.balance());
            }
        }
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
        assertThat(told).isEqualTo(added);
    }

    /** The balance that the account's own events lead to. */
    public Money balance(AccountId account) {
        return of(StreamId.of("account", account)).reversed().stream()
                .map(row -> codec.decode(row.tenant(), row.stream(), row.type(), row.payload()))
                .filter(BalanceChanged.class::isInstance)
                .map(event -> ((BalanceChanged) event).balance())
                .findFirst()
                .orElseThrow();
    }
}
