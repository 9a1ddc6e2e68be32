package io.nexum.kernel.log;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.AccessEvent;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyEvent;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerEvent;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.login.LoginEvent;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.tenant.TenantAccessEvent;
import io.nexum.kernel.tenant.TenantEvent;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.Movement;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionType;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One event of each type with all its fields filled, to write the golden file of a new type from. */
final class EventExamples {
    private static final AccountId ACCOUNT = AccountId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01");
    private static final AccountId OTHER = AccountId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d02");
    private static final LoanId LOAN = LoanId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d11");
    private static final CustomerId CUSTOMER = CustomerId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d03");
    private static final HoldId HOLD = new HoldId(uuid(4));
    private static final TransactionId TRANSACTION = new TransactionId(uuid(5));
    private static final TenantId TENANT = new TenantId("acme-bank");
    private static final RoleId ROLE = new RoleId("senior_teller");
    private static final ApiKeyId API_KEY = new ApiKeyId(uuid(10));
    private static final UserId USER = new UserId(uuid(9));
    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Instant INSTANT = Instant.parse("2026-02-28T12:34:56.123456Z");
    private static final Map<String, Object> METADATA = new TreeMap<>(
            Map.of("branch", "Zürich", "priority", 3, "weight", new BigDecimal("1.50"), "tags", List.of("a", "b")));

    private EventExamples() {}

    static Map<String, DomainEvent> byType() {
        Map<String, DomainEvent> byType = new TreeMap<>();
        all().forEach(event -> byType.put(EventCodec.typeOf(event), event));
        DayExamples.all().forEach(event -> byType.put(EventCodec.typeOf(event), event));
        LoanExamples.events().forEach(event -> byType.put(EventCodec.typeOf(event), event));
        ProductExamples.events().forEach(event -> byType.put(EventCodec.typeOf(event), event));
        return byType;
    }

    private static List<DomainEvent> all() {
        return List.of(
                new CustomerEvent.CustomerCreated(
                        CUSTOMER, contact(), Optional.of(LocalDate.of(1985, 8, 15)), kyc(), METADATA),
                new CustomerEvent.CustomerUpdated(CUSTOMER, contact(), METADATA),
                new CustomerEvent.KycStatusChanged(CUSTOMER, kyc()),
                new CustomerEvent.BeneficiaryAdded(CUSTOMER, beneficiary()),
                new CustomerEvent.BeneficiaryRemoved(CUSTOMER, new BeneficiaryId(uuid(6))),
                new CustomerEvent.CustomerAccountOpened(CUSTOMER, ACCOUNT),
                new CustomerEvent.CustomerAccountClosed(CUSTOMER, ACCOUNT),
                new CustomerEvent.CustomerLoanApplied(CUSTOMER, LOAN),
                new CustomerEvent.CustomerClosed(CUSTOMER, "moved away"),
                new CustomerEvent.CustomerRetained(CUSTOMER, DAY, "tax records"),
                new CustomerEvent.CustomerErased(CUSTOMER),
                new AccountEvent.AccountOpened(
                        ACCOUNT,
                        CUSTOMER,
                        ProductType.CHECKING,
                        Optional.of("CHK-01"),
                        Currency.of("USD"),
                        "Everyday",
                        "NX000000000017",
                        ZoneId.of("Europe/Zurich"),
                        DAY,
                        limits(),
                        METADATA),
                new AccountEvent.AccountChanged(ACCOUNT, "Every day", limits(), METADATA),
                new AccountEvent.AccountCredited(ACCOUNT, movement(TransactionType.DEPOSIT), usd("112.50"), lines()),
                new AccountEvent.AccountDebited(
                        ACCOUNT,
                        movement(TransactionType.TRANSFER_INTERNAL),
                        usd("87.50"),
                        Optional.of(HOLD),
                        Optional.of(DAY),
                        lines()),
                new AccountEvent.HoldPlaced(ACCOUNT, HOLD, usd("40.00"), "hotel", Optional.of(INSTANT)),
                new AccountEvent.HoldReleased(ACCOUNT, HOLD, usd("15.00"), "checked out"),
                new AccountEvent.HoldExpired(ACCOUNT, HOLD, usd("15.00")),
                new AccountEvent.LowBalanceReached(ACCOUNT, usd("9.99"), usd("10.00")),
                InterestExamples.agreed(ACCOUNT),
                InterestExamples.accrued(ACCOUNT),
                InterestExamples.posted(ACCOUNT),
                new AccountEvent.AccountFrozen(ACCOUNT, "lost card"),
                new AccountEvent.AccountUnfrozen(ACCOUNT, "card found"),
                new AccountEvent.AccountClosed(ACCOUNT, "asked by its holder"),
                new LedgerEvent.GlAccountOpened(new GlAccount(
                        new GlCode("5040.marketing"),
                        "Marketing",
                        GlAccountType.EXPENSE,
                        false,
                        Optional.of(new GlCode("5040")))),
                new LedgerEvent.JournalEntryPosted(
                        new JournalEntryId(uuid(7)),
                        TRANSACTION,
                        DAY,
                        DAY.minusDays(1),
                        "Rent, February",
                        Optional.of("INV-7"),
                        lines()),
                new RateEvent.RateQuoted(new ExchangeRate(
                        new RateId(uuid(8)),
                        Currency.of("EUR"),
                        Currency.of("USD"),
                        new BigDecimal("1.0850"),
                        "desk",
                        INSTANT)),
                new TenantEvent.TenantCreated(TENANT, "ACME_BANK", TenantExamples.profile()),
                new TenantEvent.TenantUpdated(TENANT, TenantExamples.profile()),
                new TenantEvent.TenantActivated(TENANT),
                new TenantEvent.TenantDeactivated(TENANT),
                new RoleEvent.RoleCreated(ROLE, role()),
                new RoleEvent.RoleUpdated(ROLE, role()),
                new RoleEvent.RoleDeleted(ROLE),
                new RoleEvent.RoleHolderAdded(ROLE, USER),
                new RoleEvent.RoleHolderRemoved(ROLE, USER),
                new RoleEvent.RoleHolderSuspended(ROLE, USER),
                new RoleEvent.RoleHolderResumed(ROLE, USER),
                new ApiKeyEvent.ApiKeyCreated(API_KEY, uuid(11), apiKey()),
                new ApiKeyEvent.ApiKeyRotated(API_KEY, uuid(12), Optional.of(new PreviousSecret(uuid(11), INSTANT))),
                new ApiKeyEvent.ApiKeyRevoked(API_KEY),
                new UserEvent.UserCreated(
                        USER,
                        "maria.santos",
                        person(),
                        Optional.of("riverside"),
                        List.of(ROLE, new RoleId("teller")),
                        UserStatus.ACTIVE,
                        METADATA),
                new UserEvent.UserUpdated(USER, person(), Optional.of("riverside")),
                new UserEvent.UserActivated(USER),
                new UserEvent.UserDeactivated(USER),
                new UserEvent.UserLocked(USER),
                new UserEvent.UserUnlocked(USER),
                new UserEvent.RoleAssigned(USER, ROLE),
                new UserEvent.RoleRevoked(USER, ROLE),
                new TenantAccessEvent.AdministratorEntered(uuid(9), "admin@default"),
                new TenantAccessEvent.ForeignTenantRefused(uuid(9), "mallory", "other-bank"),
                new AccessEvent.PermissionRefused(
                        uuid(9), "mallory", Permission.MANAGE_USERS, "GET /rbac/users/{user_id}", DAY),
                new LoginEvent.LoggedIn(USER, uuid(9)),
                new LoginEvent.LoginFailed(USER, LoginEvent.Failure.WRONG_PASSWORD),
                new LoginEvent.LockedOut(USER, 10),
                new LoginEvent.LoggedOut(USER, uuid(9)),
                new LoginEvent.SessionsEnded(USER, 3),
                new LoginEvent.RefreshTokenReused(USER, uuid(9)),
                new LoginEvent.PasswordChanged(USER),
                new LoginEvent.PasswordResetIssued(USER, Instant.parse("2026-03-02T10:15:30.123456Z")),
                new LoginEvent.PasswordReset(USER),
                new LoginEvent.TotpEnabled(USER),
                new LoginEvent.TotpDisabled(USER),
                new LoginEvent.RecoveryCodeUsed(USER, 9));
    }

    private static Movement movement(TransactionType type) {
        return new Movement(
                TRANSACTION,
                type,
                usd("12.50"),
                DAY,
                DAY.minusDays(1),
                "Lunch",
                Optional.of("INV-7"),
                Channel.MOBILE,
                Optional.of(OTHER),
                Optional.of(Money.of("11.520", "KWD")),
                Optional.of(new BigDecimal("0.9216000")),
                Optional.of(new TransactionId(uuid(9))),
                METADATA);
    }

    private static List<JournalLine> lines() {
        return List.of(
                JournalLine.debit(DefaultChart.CASH, usd("12.50")),
                JournalLine.credit(DefaultChart.CHECKING_DEPOSITS, ACCOUNT, usd("12.50")));
    }

    private static AccountLimits limits() {
        return new AccountLimits(
                usd("5.00"),
                usd("100.00"),
                Optional.of(usd("500.00")),
                Optional.of(usd("5000.00")),
                Optional.of(usd("10.00")));
    }

    private static ContactData contact() {
        return new ContactData(
                "Maria",
                "Santos",
                "maria@example.com",
                Optional.of("+1-555-0123"),
                Optional.of(new Address("123 Market Street", Optional.of("Flat 2"), "Riverside", "CA", "92501", "US")));
    }

    private static Kyc kyc() {
        return new Kyc(
                KycStatus.VERIFIED,
                KycTier.TIER_2,
                List.of("passport", "utility_bill"),
                Optional.of(INSTANT),
                Optional.of(INSTANT.plusSeconds(86_400)));
    }

    private static Beneficiary beneficiary() {
        return new Beneficiary(
                new BeneficiaryId(uuid(6)),
                "João Santos",
                "DE89370400440532013000",
                Optional.of("First Bank"),
                Optional.of("COBADEFF"),
                Optional.of("brother"));
    }

    private static RoleDefinition role() {
        return new RoleDefinition(
                "Senior teller",
                "Moves larger amounts",
                Set.of(Permission.CREATE_TRANSACTION, Permission.VIEW_ACCOUNT),
                Optional.of(usd("25000.00")),
                Optional.of(usd("5000.00")));
    }

    private static ApiKeyDefinition apiKey() {
        return new ApiKeyDefinition(
                "Payroll",
                Set.of(Permission.CREATE_TRANSACTION, Permission.VIEW_ACCOUNT),
                Optional.of(usd("25000.00")),
                Optional.of(usd("5000.00")),
                new ApiKeyBounds(Optional.of(600), List.of("10.0.0.0/8"), Optional.of(INSTANT)));
    }

    private static UserContact person() {
        return new UserContact(Optional.of("maria.santos@bank.example"), "Maria Santos");
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static UUID uuid(int last) {
        return new UUID(0x0199f0a25b1e7c43L, 0x9d583f6a2b8c1d00L + last);
    }
}
