package io.nexum.query.readmodel;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.account.AccountEvent.HoldPlaced;
import io.nexum.kernel.account.AccountEvent.HoldReleased;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.apikey.ApiKeyBounds;
import io.nexum.kernel.apikey.ApiKeyDefinition;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyCreated;
import io.nexum.kernel.apikey.ApiKeyEvent.ApiKeyRotated;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.apikey.PreviousSecret;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.ledger.DefaultChart;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.ledger.JournalLine;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductType;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.role.RoleDefinition;
import io.nexum.kernel.role.RoleEvent.RoleCreated;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.tenant.Branding;
import io.nexum.kernel.tenant.QuotaOverrides;
import io.nexum.kernel.tenant.SubscriptionTier;
import io.nexum.kernel.tenant.TenantEvent.TenantCreated;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.user.UserContact;
import io.nexum.kernel.user.UserEvent.UserCreated;
import io.nexum.kernel.user.UserId;
import io.nexum.kernel.user.UserStatus;
import io.nexum.query.TestBank;
import io.nexum.query.TestLender;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Something in every table of the read models. */
final class EveryTable {
    private EveryTable() {}

    static AccountId fill(TestBank bank) {
        CustomerId customer = bank.customer();
        bank.append(new BeneficiaryAdded(
                customer,
                new Beneficiary(
                        new BeneficiaryId(UUID.randomUUID()),
                        "Bob",
                        "77",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        AccountId account = bank.account();
        AccountId other = bank.account();
        bank.deposit(account, "100");
        bank.transfer(account, other, "40");
        HoldId hold = new HoldId(UUID.randomUUID());
        bank.append(new HoldPlaced(account, hold, Money.of("20", "USD"), "hotel", Optional.empty()));
        bank.capture(account, hold, "5");
        bank.append(new HoldReleased(account, hold, Money.of("15", "USD"), "left"));
        bank.append(new RateQuoted(new ExchangeRate(
                new RateId(UUID.randomUUID()),
                Currency.of("EUR"),
                TestBank.USD,
                new BigDecimal("1.10"),
                "desk",
                bank.log.now())));
        bank.append(new ProductCreated(
                new ProductId(UUID.randomUUID()),
                new ProductConditions(
                        "Savings",
                        "",
                        Optional.of("SAV"),
                        ProductType.SAVINGS,
                        TestBank.USD,
                        KycTier.TIER_1,
                        Optional.of(DepositConditions.plain(TestBank.USD)),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())));
        bank.append(new JournalEntryPosted(
                new JournalEntryId(UUID.randomUUID()),
                new TransactionId(UUID.randomUUID()),
                bank.today(),
                bank.today(),
                "rent",
                Optional.empty(),
                List.of(
                        JournalLine.debit(new GlCode("5040"), Money.of("7", "USD")),
                        JournalLine.credit(DefaultChart.CASH, Money.of("7", "USD")))));
        bank.append(new TenantCreated(
                new TenantId("acme"),
                "ACME",
                new TenantProfile(
                        "Acme",
                        "Acme",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Branding.NONE,
                        SubscriptionTier.FREE,
                        QuotaOverrides.NONE,
                        Optional.empty(),
                        Map.of())));
        RoleId role = new RoleId("cashier");
        bank.append(
                new RoleCreated(
                        role,
                        new RoleDefinition(
                                "Cashier",
                                "Takes cash",
                                Set.of(Permission.CREATE_TRANSACTION),
                                Optional.of(Money.of("1000", "USD")),
                                Optional.empty())),
                new UserCreated(
                        new UserId(UUID.randomUUID()),
                        "carol",
                        new UserContact(Optional.empty(), "Carol"),
                        Optional.of("north"),
                        List.of(role),
                        UserStatus.ACTIVE,
                        Map.of()));
        ApiKeyId key = new ApiKeyId(UUID.randomUUID());
        ApiKeyDefinition definition = new ApiKeyDefinition(
                "Payroll", Set.of(Permission.VIEW_ACCOUNT), Optional.empty(), Optional.empty(), ApiKeyBounds.NONE);
        UUID secret = UUID.randomUUID();
        bank.append(
                new ApiKeyCreated(key, secret, definition),
                new ApiKeyRotated(key, UUID.randomUUID(), Optional.of(new PreviousSecret(secret, bank.log.now()))));
        TestLender lender = new TestLender(bank, "2026-01-01");
        LoanId loan = lender.lend("1200");
        lender.until("2026-01-03");
        lender.reverse(loan, lender.pay(loan, "50"));
        lender.until("2026-01-05");
        return account;
    }
}
