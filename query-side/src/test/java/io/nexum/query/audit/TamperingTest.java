package io.nexum.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.audit.AuditQuery.IntegrityReport;
import io.nexum.kernel.audit.AuditQuery.VerifyIntegrity;
import io.nexum.query.TestBank;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever changes the database behind the program's back is found, and where. */
class TamperingTest {
    private final TestBank bank = new TestBank();
    private long last;

    @BeforeEach
    void fill() {
        AccountId account = bank.account();
        for (int i = 1; i <= 20; i++) {
            bank.deposit(account, i + ".00");
        }
        last = bank.log.position();
        bank.database.execute("ALTER TABLE event DISABLE TRIGGER ALL");
        bank.database.execute("ALTER TABLE event DROP CONSTRAINT event_position_check");
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void an_untouched_log_is_valid_from_its_first_row_to_its_head() {
        IntegrityReport report = verify(Optional.empty());

        assertThat(report.valid()).isTrue();
        assertThat(report.from()).isEqualTo(1);
        assertThat(report.to()).isEqualTo(last);
        assertThat(report.head()).isEqualTo(last);
        assertThat(report.eventsChecked()).isEqualTo(last);
        assertThat(report.firstBadPosition()).isEmpty();
    }

    @Test
    void an_empty_log_is_valid() {
        bank.database.execute("DELETE FROM event");
        bank.database.execute("DELETE FROM chain_head");
        IntegrityReport report = verify(Optional.empty());
        assertThat(report.valid()).isTrue();
        assertThat(report.eventsChecked()).isZero();
    }

    @Test
    void a_row_inserted_before_the_first_is_found() {
        bank.database.execute("""
                INSERT INTO event SELECT tenant, 0, stream, 9999, type, recorded_at, payload, metadata, hash
                FROM event WHERE position = 40""");

        IntegrityReport report = verify(Optional.empty());

        assertThat(report.valid()).isFalse();
        assertThat(report.firstBadPosition()).contains(1L);
    }

    @Test
    void a_log_that_can_not_be_read_can_be_verified_again_and_again() {
        bank.database.execute("UPDATE event SET stream = 'x' WHERE position = 40");

        for (int times = 0; times < 20; times++) {
            assertThat(verify(Optional.empty()).firstBadPosition()).contains(40L);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a payload       ; UPDATE event SET payload = replace(payload, '"amount":"', '"amount":"9') WHERE position = 40
            a space         ; UPDATE event SET payload = payload || ' ' WHERE position = 40
            the metadata    ; UPDATE event SET metadata = replace(metadata, 'teller', 'nobody') WHERE position = 40
            the time        ; UPDATE event SET recorded_at = recorded_at + interval '1 microsecond' WHERE position = 40
            the type        ; UPDATE event SET type = 'account.debited.v1' WHERE position = 40
            the stream      ; UPDATE event SET stream = stream || '0' WHERE position = 40
            no stream       ; UPDATE event SET stream = '' WHERE position = 40
            the sequence    ; UPDATE event SET sequence = 1000 WHERE position = 40
            the hash        ; UPDATE event SET hash = set_byte(hash, 3, 255 - get_byte(hash, 3)) WHERE position = 40
            a shorter hash  ; UPDATE event SET hash = substr(hash, 2) WHERE position = 40
            a removed row   ; DELETE FROM event WHERE position = 40
            """)
    void a_change_of_a_row_is_found_at_the_row(String what, String sql) {
        bank.database.execute(sql);

        IntegrityReport report = verify(Optional.empty());

        assertThat(report.valid()).as(what).isFalse();
        assertThat(report.firstBadPosition()).as(what).contains(40L);
        assertThat(report.problem()).isPresent();
    }

    @Test
    void an_inserted_row_is_found_where_it_stands() {
        bank.database.execute("UPDATE event SET position = -position WHERE position >= 40");
        bank.database.execute("UPDATE event SET position = 1 - position WHERE position < 0");
        bank.database.execute("""
                INSERT INTO event
                SELECT tenant, 40, stream, 1000, type, recorded_at, payload, metadata, hash FROM event WHERE position = 39
                """);
        assertThat(verify(Optional.empty()).firstBadPosition()).contains(40L);
    }

    @Test
    void two_swapped_rows_are_found_at_the_first_of_them() {
        bank.database.execute("UPDATE event SET position = -40 WHERE position = 40");
        bank.database.execute("UPDATE event SET position = 40 WHERE position = 42");
        bank.database.execute("UPDATE event SET position = 42 WHERE position = -40");
        assertThat(verify(Optional.empty()).firstBadPosition()).contains(40L);
    }

    @Test
    void a_truncated_tail_is_found_by_the_head_row() {
        bank.database.execute("DELETE FROM event WHERE position > 45");
        IntegrityReport report = verify(Optional.empty());
        assertThat(report.firstBadPosition()).contains(46L);
    }

    @Test
    void a_tail_truncated_with_its_head_row_is_found_by_a_noted_head() {
        NotedHead noted = noted();
        bank.database.execute("DELETE FROM event WHERE position > 45");
        bank.database.execute(
                "UPDATE chain_head SET position = 45, hash = (SELECT hash FROM event WHERE position = 45)");

        assertThat(verify(Optional.empty()).valid()).isTrue();
        IntegrityReport report = verify(Optional.of(noted));
        assertThat(report.valid()).isFalse();
        assertThat(report.firstBadPosition()).contains(46L);
    }

    @Test
    void a_noted_head_that_is_still_there_is_confirmed() {
        NotedHead noted = noted();
        bank.deposit(bank.account(), "1");
        assertThat(verify(Optional.of(noted)).valid()).isTrue();
    }

    @Test
    void a_noted_head_with_another_hash_is_found_at_its_position() {
        NotedHead other = new NotedHead(42, "ab".repeat(32));
        IntegrityReport report = verify(Optional.of(other));
        assertThat(report.firstBadPosition()).contains(42L);
    }

    @Test
    void rows_after_the_head_are_found() {
        bank.database.execute(
                "UPDATE chain_head SET position = 45, hash = (SELECT hash FROM event WHERE position = 45)");
        assertThat(verify(Optional.empty()).firstBadPosition()).contains(46L);
    }

    @Test
    void a_head_row_with_another_hash_is_found() {
        bank.database.execute("UPDATE chain_head SET hash = decode(repeat('ab', 32), 'hex')");
        assertThat(verify(Optional.empty()).firstBadPosition()).contains(last);
    }

    @Test
    void a_span_is_verified_from_the_row_before_it() {
        bank.database.execute("UPDATE event SET payload = payload || ' ' WHERE position = 40");

        assertThat(ask(Optional.of(41L), Optional.of(45L)).valid()).isTrue();
        assertThat(ask(Optional.of(30L), Optional.of(39L)).valid()).isTrue();
        IntegrityReport report = ask(Optional.of(38L), Optional.of(45L));
        assertThat(report.firstBadPosition()).contains(40L);
        assertThat(report.from()).isEqualTo(38);
        assertThat(report.to()).isEqualTo(45);
    }

    @Test
    void a_span_that_is_not_in_the_log_is_refused() {
        assertThatThrownBy(() -> ask(Optional.of(0L), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> ask(Optional.of(last + 1), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> ask(Optional.of(9L), Optional.of(8L))).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_long_log_is_checked_in_parts_that_leave_nothing_out() {
        AccountId account = bank.account();
        bank.depositMany(account, 21_000);
        long head = bank.log.position();
        assertThat(verify(Optional.empty()).valid()).isTrue();
        assertThat(verify(Optional.empty()).eventsChecked()).isEqualTo(head);
        for (long position : new long[] {head / 2, head / 2 + 1, head}) {
            bank.database.execute("UPDATE event SET payload = payload || ' ' WHERE position = " + position);
            assertThat(verify(Optional.empty()).firstBadPosition()).contains(position);
            bank.database.execute("UPDATE event SET payload = rtrim(payload) WHERE position = " + position);
        }
        assertThat(verify(Optional.empty()).valid()).isTrue();
    }

    private NotedHead noted() {
        IntegrityReport report = verify(Optional.empty());
        return NotedHead.parse(report.head() + ":" + report.headHash());
    }

    private IntegrityReport ask(Optional<Long> from, Optional<Long> to) {
        return bank.ask(new VerifyIntegrity(from, to));
    }

    private IntegrityReport verify(Optional<NotedHead> noted) {
        return LogVerifier.database(
                bank.database.store(), TestBank.TENANT, Optional.empty(), Optional.empty(), noted, checked -> {});
    }
}
