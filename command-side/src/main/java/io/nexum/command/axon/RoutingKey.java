package io.nexum.command.axon;

import io.nexum.kernel.Command;
import io.nexum.kernel.access.AccessCommand;
import io.nexum.kernel.account.AccountCommand;
import io.nexum.kernel.apikey.ApiKeyCommand;
import io.nexum.kernel.customer.CustomerCommand;
import io.nexum.kernel.loan.LoanCommand;
import io.nexum.kernel.login.LoginCommand;
import io.nexum.kernel.role.RoleCommand;
import io.nexum.kernel.tenant.TenantAccessCommand;
import io.nexum.kernel.tenant.TenantCommand;
import io.nexum.kernel.transaction.TransactionCommand.CaptureHold;
import io.nexum.kernel.transaction.TransactionCommand.ChargeFee;
import io.nexum.kernel.transaction.TransactionCommand.Credit;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import io.nexum.kernel.transaction.TransactionCommand.Single;
import io.nexum.kernel.transaction.TransactionCommand.Transfer;
import io.nexum.kernel.transaction.TransactionCommand.Withdraw;
import io.nexum.kernel.user.UserCommand;

/** What commands that should meet at the same node have in common: the entity whose state they change first. */
final class RoutingKey {
    private RoutingKey() {}

    static String of(Command<?> command) {
        return switch (command) {
            case AccountCommand<?> account -> account.account().toString();
            case LoanCommand loan -> loan.loan().toString();
            case CustomerCommand customer -> customer.customer().toString();
            case TenantCommand tenant -> tenant.tenant().value();
            case RoleCommand role -> role.role().toString();
            case UserCommand user -> user.user().toString();
            case ApiKeyCommand key -> key.key().toString();
            case TenantAccessCommand access -> access.credential().toString();
            case LoginCommand login -> login.user().toString();
            case AccessCommand access -> access.credential().toString();
            case Single single -> of(single);
            default -> command.getClass().getSimpleName();
        };
    }

    private static String of(Single command) {
        return switch (command) {
            case Deposit deposit -> deposit.account().toString();
            case Withdraw withdraw -> withdraw.account().toString();
            case Transfer transfer -> transfer.from().toString();
            case ChargeFee fee -> fee.account().toString();
            case Credit credit -> credit.account().toString();
            case CaptureHold capture -> capture.account().toString();
        };
    }
}
