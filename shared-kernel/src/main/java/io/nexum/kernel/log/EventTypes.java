package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.access.AccessEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.apikey.ApiKeyEvent;
import io.nexum.kernel.customer.CustomerEvent;
import io.nexum.kernel.day.DayEvent;
import io.nexum.kernel.ledger.LedgerEvent;
import io.nexum.kernel.loan.LoanEvent;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.product.ProductEvent;
import io.nexum.kernel.rate.RateEvent;
import io.nexum.kernel.role.RoleEvent;
import io.nexum.kernel.tenant.TenantAccessEvent;
import io.nexum.kernel.tenant.TenantEvent;
import io.nexum.kernel.user.UserEvent;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The logical name and version under which each event is stored. A name, once used, keeps its meaning for ever. */
public final class EventTypes {
    private static final Map<String, Class<? extends DomainEvent>> CLASS_BY_NAME = Map.ofEntries(
            Map.entry("customer.created.v1", CustomerEvent.CustomerCreated.class),
            Map.entry("customer.updated.v1", CustomerEvent.CustomerUpdated.class),
            Map.entry("customer.kyc_changed.v1", CustomerEvent.KycStatusChanged.class),
            Map.entry("customer.beneficiary_added.v1", CustomerEvent.BeneficiaryAdded.class),
            Map.entry("customer.beneficiary_removed.v1", CustomerEvent.BeneficiaryRemoved.class),
            Map.entry("customer.account_opened.v1", CustomerEvent.CustomerAccountOpened.class),
            Map.entry("customer.account_closed.v1", CustomerEvent.CustomerAccountClosed.class),
            Map.entry("customer.loan_applied.v1", CustomerEvent.CustomerLoanApplied.class),
            Map.entry("customer.closed.v1", CustomerEvent.CustomerClosed.class),
            Map.entry("customer.retained.v1", CustomerEvent.CustomerRetained.class),
            Map.entry("customer.erased.v1", CustomerEvent.CustomerErased.class),
            Map.entry("account.opened.v1", AccountEvent.AccountOpened.class),
            Map.entry("account.changed.v1", AccountEvent.AccountChanged.class),
            Map.entry("account.credited.v1", AccountEvent.AccountCredited.class),
            Map.entry("account.debited.v1", AccountEvent.AccountDebited.class),
            Map.entry("account.hold_placed.v1", AccountEvent.HoldPlaced.class),
            Map.entry("account.hold_released.v1", AccountEvent.HoldReleased.class),
            Map.entry("account.hold_expired.v1", AccountEvent.HoldExpired.class),
            Map.entry("account.low_balance_reached.v1", AccountEvent.LowBalanceReached.class),
            Map.entry("account.interest_agreed.v1", AccountEvent.InterestAgreed.class),
            Map.entry("account.interest_accrued.v1", AccountEvent.InterestAccrued.class),
            Map.entry("account.interest_posted.v1", AccountEvent.InterestPosted.class),
            Map.entry("account.frozen.v2", AccountEvent.AccountFrozen.class),
            Map.entry("account.unfrozen.v1", AccountEvent.AccountUnfrozen.class),
            Map.entry("account.product_assigned.v1", AccountEvent.ProductAssigned.class),
            Map.entry("account.monthly_fees_settled.v1", AccountEvent.MonthlyFeesSettled.class),
            Map.entry("account.closed.v1", AccountEvent.AccountClosed.class),
            Map.entry("ledger.account_opened.v1", LedgerEvent.GlAccountOpened.class),
            Map.entry("ledger.journal_entry_posted.v1", LedgerEvent.JournalEntryPosted.class),
            Map.entry("loan.applied.v2", LoanEvent.LoanApplied.class),
            Map.entry("loan.approved.v1", LoanEvent.LoanApproved.class),
            Map.entry("loan.originated.v1", LoanEvent.LoanOriginated.class),
            Map.entry("loan.cancelled.v1", LoanEvent.LoanCancelled.class),
            Map.entry("loan.disbursed.v1", LoanEvent.LoanDisbursed.class),
            Map.entry("loan.activated.v1", LoanEvent.LoanActivated.class),
            Map.entry("loan.payment_received.v1", LoanEvent.LoanPaymentReceived.class),
            Map.entry("loan.payment_reversed.v1", LoanEvent.LoanPaymentReversed.class),
            Map.entry("loan.payment_charged_back.v1", LoanEvent.LoanPaymentChargedBack.class),
            Map.entry("loan.goodwill_given.v1", LoanEvent.LoanGoodwillGiven.class),
            Map.entry("loan.fee_charged.v1", LoanEvent.LoanFeeCharged.class),
            Map.entry("loan.amount_waived.v1", LoanEvent.LoanAmountWaived.class),
            Map.entry("loan.credit_refunded.v1", LoanEvent.LoanCreditRefunded.class),
            Map.entry("loan.rate_changed.v1", LoanEvent.LoanRateChanged.class),
            Map.entry("loan.interest_paused.v1", LoanEvent.LoanInterestPaused.class),
            Map.entry("loan.replanned.v1", LoanEvent.LoanReplanned.class),
            Map.entry("loan.interest_accrued.v1", LoanEvent.LoanInterestAccrued.class),
            Map.entry("loan.late_fees_charged.v1", LoanEvent.LoanLateFeesCharged.class),
            Map.entry("loan.aged.v1", LoanEvent.LoanAged.class),
            Map.entry("loan.provisioned.v1", LoanEvent.LoanProvisioned.class),
            Map.entry("loan.defaulted.v1", LoanEvent.LoanDefaulted.class),
            Map.entry("loan.default_cured.v1", LoanEvent.LoanDefaultCured.class),
            Map.entry("loan.paid_off.v1", LoanEvent.LoanPaidOff.class),
            Map.entry("loan.reopened.v1", LoanEvent.LoanReopened.class),
            Map.entry("loan.charged_off.v1", LoanEvent.LoanChargedOff.class),
            Map.entry("loan.written_off.v1", LoanEvent.LoanWrittenOff.class),
            Map.entry("loan.recovered.v1", LoanEvent.LoanRecovered.class),
            Map.entry("loan.closed.v1", LoanEvent.LoanClosed.class),
            Map.entry("bank_day.opened.v1", DayEvent.BusinessDateOpened.class),
            Map.entry("bank_day.step_finished.v1", DayEvent.StepFinished.class),
            Map.entry("bank_day.entities_set_aside.v1", DayEvent.EntitiesSetAside.class),
            Map.entry("bank_day.entities_readmitted.v1", DayEvent.EntitiesReadmitted.class),
            Map.entry("bank_day.moved.v1", DayEvent.BusinessDateMoved.class),
            Map.entry("bank_day.holidays_set.v1", DayEvent.HolidaysSet.class),
            Map.entry("product.created.v1", ProductEvent.ProductCreated.class),
            Map.entry("product.changed.v1", ProductEvent.ProductChanged.class),
            Map.entry("product.activated.v1", ProductEvent.ProductActivated.class),
            Map.entry("product.suspended.v1", ProductEvent.ProductSuspended.class),
            Map.entry("product.resumed.v1", ProductEvent.ProductResumed.class),
            Map.entry("product.retired.v1", ProductEvent.ProductRetired.class),
            Map.entry("rate.quoted.v1", RateEvent.RateQuoted.class),
            Map.entry("tenant.created.v1", TenantEvent.TenantCreated.class),
            Map.entry("tenant.updated.v1", TenantEvent.TenantUpdated.class),
            Map.entry("tenant.activated.v1", TenantEvent.TenantActivated.class),
            Map.entry("tenant.deactivated.v1", TenantEvent.TenantDeactivated.class),
            Map.entry("role.created.v1", RoleEvent.RoleCreated.class),
            Map.entry("role.updated.v1", RoleEvent.RoleUpdated.class),
            Map.entry("role.deleted.v1", RoleEvent.RoleDeleted.class),
            Map.entry("role.holder_added.v1", RoleEvent.RoleHolderAdded.class),
            Map.entry("role.holder_removed.v1", RoleEvent.RoleHolderRemoved.class),
            Map.entry("role.holder_suspended.v1", RoleEvent.RoleHolderSuspended.class),
            Map.entry("role.holder_resumed.v1", RoleEvent.RoleHolderResumed.class),
            Map.entry("api_key.created.v1", ApiKeyEvent.ApiKeyCreated.class),
            Map.entry("api_key.rotated.v1", ApiKeyEvent.ApiKeyRotated.class),
            Map.entry("api_key.revoked.v1", ApiKeyEvent.ApiKeyRevoked.class),
            Map.entry("user.created.v1", UserEvent.UserCreated.class),
            Map.entry("user.updated.v1", UserEvent.UserUpdated.class),
            Map.entry("user.activated.v1", UserEvent.UserActivated.class),
            Map.entry("user.deactivated.v1", UserEvent.UserDeactivated.class),
            Map.entry("user.locked.v1", UserEvent.UserLocked.class),
            Map.entry("user.unlocked.v1", UserEvent.UserUnlocked.class),
            Map.entry("user.role_assigned.v1", UserEvent.RoleAssigned.class),
            Map.entry("user.role_revoked.v1", UserEvent.RoleRevoked.class),
            Map.entry("access.administrator_entered.v1", TenantAccessEvent.AdministratorEntered.class),
            Map.entry("access.foreign_tenant_refused.v1", TenantAccessEvent.ForeignTenantRefused.class),
            Map.entry("access.permission_refused.v1", AccessEvent.PermissionRefused.class),
            Map.entry("login.succeeded.v1", LoginEvent.LoggedIn.class),
            Map.entry("login.failed.v1", LoginEvent.LoginFailed.class),
            Map.entry("login.locked_out.v1", LoginEvent.LockedOut.class),
            Map.entry("login.ended.v1", LoginEvent.LoggedOut.class),
            Map.entry("login.sessions_ended.v1", LoginEvent.SessionsEnded.class),
            Map.entry("login.refresh_token_reused.v1", LoginEvent.RefreshTokenReused.class),
            Map.entry("login.password_changed.v1", LoginEvent.PasswordChanged.class),
            Map.entry("login.password_reset_issued.v1", LoginEvent.PasswordResetIssued.class),
            Map.entry("login.password_reset.v1", LoginEvent.PasswordReset.class),
            Map.entry("login.totp_enabled.v1", LoginEvent.TotpEnabled.class),
            Map.entry("login.totp_disabled.v1", LoginEvent.TotpDisabled.class),
            Map.entry("login.recovery_code_used.v1", LoginEvent.RecoveryCodeUsed.class));

    private static final Map<Class<? extends DomainEvent>, String> NAME_BY_CLASS = CLASS_BY_NAME.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventTypes() {}

    /** The newest name of every event. */
    public static Map<String, Class<? extends DomainEvent>> all() {
        return CLASS_BY_NAME;
    }

    static @Nullable Class<? extends DomainEvent> classOf(String name) {
        return CLASS_BY_NAME.get(name);
    }

    static String nameOf(Class<? extends DomainEvent> event) {
        String name = NAME_BY_CLASS.get(event);
        if (name == null) {
            throw new IllegalArgumentException(event + " has no logical type; list it in EventTypes");
        }
        return name;
    }
}
