package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.IdempotencyKeyReused;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionRefusal.NotReversible;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemOfExceptionTest {
    private static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new NotFound("account", new AccountId(new UUID(0, 1)).toString()), 404, "not-found"),
                Arguments.of(new InvalidValue("amount", "amount must be above zero"), 422, "invalid-value"),
                Arguments.of(new NotReversible(new TransactionId(new UUID(0, 1)), "it is one"), 400, "not-reversible"),
                Arguments.of(new AlreadyTaken("account number", "1"), 409, "already-taken"),
                Arguments.of(new IdempotencyKeyReused("k"), 422, "idempotency-key-reused"),
                Arguments.of(new StoreUnavailable("later"), 503, "store-unavailable"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void each_kind_of_refusal_has_its_status(Refusal refusal, int status, String name) {
        Problem problem = Problems.of(new RefusedException(refusal)).problem();

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo("urn:nexum:problem:" + name);
        assertThat(problem.detail()).isEqualTo(refusal.detail());
    }

    @Test
    void every_bad_field_is_named() {
        Refusal refusal = new InvalidValues(
                List.of(new InvalidValue("name", "name is missing"), new InvalidValue("email", "email is missing")));

        assertThat(Problem.of(refusal).errors().orElseThrow())
                .extracting(Problem.FieldError::field)
                .containsExactly("name", "email");
    }

    @Test
    void a_statement_that_was_broken_off_is_unavailable_too() {
        Exception slow =
                new IllegalStateException(new SQLException("canceling statement due to user request", "57014"));

        Problem problem = Problems.of(slow).problem();

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.type()).isEqualTo("urn:nexum:problem:time-out");
    }

    @Test
    void a_database_that_is_down_is_unavailable_however_deep_the_reason_lies() {
        List<SQLException> down = List.of(
                new SQLTransientConnectionException("no connection within 5 s"),
                new SQLException("connection lost", "08006"),
                new SQLException("terminating connection", "57P01"),
                new SQLException("too many clients", "53300"));

        for (SQLException e : down) {
            Problems.Answer answer = Problems.of(new IllegalStateException(new IllegalStateException(e)));
            assertThat(answer.problem().status()).as(e.getMessage()).isEqualTo(503);
            assertThat(answer.unexpected()).isFalse();
        }
    }

    @Test
    void what_nobody_expected_tells_nothing_of_the_inside() {
        Problems.Answer answer = Problems.of(new IllegalStateException("select * from secrets failed"));

        assertThat(answer.unexpected()).isTrue();
        assertThat(answer.problem().status()).isEqualTo(500);
        assertThat(answer.problem().detail()).doesNotContain("secrets");
    }
}
