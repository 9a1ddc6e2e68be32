package io.nexum.gateway.request;

import io.nexum.gateway.http.Caller;
import io.nexum.kernel.Commands.Outcome;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answer to a command that was granted, with the headers that tell how it came about. */
public final class Granted {
    /** Says that the answer is the stored one of an earlier request with the same key. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /** Says that nothing was written. */
    public static final String DRY_RUN = "X-Dry-Run";

    private Granted() {}

    public static <R, A> ResponseEntity<A> ok(Caller caller, Outcome<R> outcome, Function<R, A> shape) {
        return answer(HttpStatus.OK, caller, outcome, shape);
    }

    public static <R, A> ResponseEntity<A> created(Caller caller, Outcome<R> outcome, Function<R, A> shape) {
        return answer(HttpStatus.CREATED, caller, outcome, shape);
    }

    /**
     * The caller, if the command is meant to happen.
     *
     * @throws RefusedException if a dry run is asked for, which only commands on money and books know: to take the
     *     wish for another command and do it would be the worst answer
     */
    public static Caller inEarnest(Caller caller) {
        if (caller.dryRun()) {
            throw new RefusedException(new Refusals.InvalidValue(
                    "dry_run", "dry_run is for commands that move money or change the books"));
        }
        return caller;
    }

    private static <R, A> ResponseEntity<A> answer(
            HttpStatus status, Caller caller, Outcome<R> outcome, Function<R, A> shape) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (outcome.replayed()) {
            answer.header(REPLAYED, "true");
        }
        if (caller.dryRun()) {
            answer.header(DRY_RUN, "true");
        }
        return answer.body(shape.apply(outcome.answer()));
    }
}
