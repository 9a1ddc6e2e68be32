package io.nexum.gateway.loan;

import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Granted;
import io.nexum.kernel.Commands;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where all that is asked for a loan goes through, each body once for its key. */
@Component
final class LoanDesk {
    private final Commands commands;

    LoanDesk(Commands commands) {
        this.commands = commands;
    }

    /** Answers how the loan stands after the command. */
    ResponseEntity<LoanStateAnswer> change(LoanCommand command, LoanBody body, Caller caller) {
        return send(command, body, caller, LoanStateAnswer::of);
    }

    /** Answers what a payment paid. */
    ResponseEntity<LoanPaymentAnswer> pay(LoanCommand command, LoanBody body, Caller caller) {
        return send(command, body, caller, LoanPaymentAnswer::of);
    }

    private <A> ResponseEntity<A> send(
            LoanCommand command, LoanBody body, Caller caller, Function<LoanAnswer, A> shape) {
        return Granted.ok(caller, commands.send(command, caller.money(body.idempotencyKey(), body)), shape);
    }
}
