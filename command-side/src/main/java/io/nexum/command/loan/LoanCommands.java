package io.nexum.command.loan;

import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.loan.LoanCommand;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanCommand.ApproveLoan;
import io.nexum.kernel.loan.LoanCommand.CancelLoan;
import io.nexum.kernel.loan.LoanCommand.CloseLoan;
import io.nexum.kernel.loan.LoanCommand.DefaultLoan;
import io.nexum.kernel.loan.LoanCommand.Enter;
import io.nexum.kernel.loan.LoanCommand.OriginateLoan;
import io.nexum.kernel.loan.LoanCommand.ReverseLoanPayment;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanStatus;
import java.util.Optional;

/** The life of a loan. */
public final class LoanCommands implements CommandHandler<LoanCommand> {
    @Override
    public Class<?> commands() {
        return LoanCommand.class;
    }

    @Override
    public Object handle(LoanCommand command, Workspace work) {
        return switch (command) {
            case ApplyForLoan apply -> Applications.apply(apply, work);
            case ApproveLoan approve -> {
                KnownLoan loan = load(approve.loan(), work);
                LoanRules.mustBe(loan, "approved", LoanStatus.APPLIED);
                LoanRules.mustBeAllowedToApprove(loan.agreedPrincipal(), work);
                yield become(loan, LoanStatus.APPROVED, new LoanEvent.LoanApproved(loan.id(), approve.reason()), work);
            }
            case OriginateLoan originate -> {
                KnownLoan loan = load(originate.loan(), work);
                LoanRules.mustBe(loan, "originated", LoanStatus.APPROVED);
                LoanRules.mustBeAllowedToApprove(loan.agreedPrincipal(), work);
                LoanEvent event = new LoanEvent.LoanOriginated(loan.id(), originate.reason());
                yield become(loan, LoanStatus.ORIGINATED, event, work);
            }
            case CancelLoan cancel -> {
                KnownLoan loan = load(cancel.loan(), work);
                LoanRules.mustBe(loan, "cancelled", LoanStatus.APPLIED, LoanStatus.APPROVED, LoanStatus.ORIGINATED);
                yield become(loan, LoanStatus.CANCELLED, new LoanEvent.LoanCancelled(loan.id(), cancel.reason()), work);
            }
            case DefaultLoan fail -> {
                KnownLoan loan = load(fail.loan(), work);
                LoanRules.mustBe(loan, "defaulted", LoanStatus.DISBURSED, LoanStatus.ACTIVE);
                yield become(loan, LoanStatus.DEFAULTED, new LoanEvent.LoanDefaulted(loan.id(), fail.reason()), work);
            }
            case CloseLoan close -> {
                KnownLoan loan = load(close.loan(), work);
                LoanRules.mustBe(loan, "closed", LoanStatus.PAID_OFF, LoanStatus.WRITTEN_OFF);
                Closing.mustOweNothing(loan);
                yield become(loan, LoanStatus.CLOSED, new LoanEvent.LoanClosed(loan.id(), close.reason()), work);
            }
            case Enter enter -> Entering.enter(enter, work);
            case ReverseLoanPayment reverse -> PaymentReversal.reverse(reverse, work);
        };
    }

    static KnownLoan load(LoanId id, Workspace work) {
        return LoanRules.mustExist(id, work.load(LoanState.TYPE, LoanState.streamOf(id)));
    }

    private static LoanAnswer become(KnownLoan loan, LoanStatus status, LoanEvent event, Workspace work) {
        work.record(event);
        return new LoanAnswer(
                loan.id(),
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
