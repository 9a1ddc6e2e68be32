package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.settings.BillingRates;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.tenant.TenantQuery.MonthlyUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BillApiTest extends BankApiTest {
    private static final BillingRates RATES = new BillingRates(
            Currency.of("USD"), new BigDecimal("0.001"), new BigDecimal("0.10"), new BigDecimal("0.000001"));
    private static final MonthlyUsage OCTOBER = new MonthlyUsage(LocalDate.of(2026, 10, 1), 15, 1_234_567);

    private static BillAnswer bill(String at) {
        return BillAnswer.of(new TenantId("acme"), new Bill(OCTOBER, 2_001, RATES, Instant.parse(at)));
    }

    @Test
    void a_bill_adds_up_what_was_used_and_is_rounded_once() {
        BillAnswer bill = bill("2026-11-02T00:00:00Z");
        assertThat(bill.usageSummary().apiCall().cost()).isEqualByComparingTo("2.001");
        assertThat(bill.usageSummary().transactionProcessing().cost()).isEqualByComparingTo("1.5");
        assertThat(bill.usageSummary().storage().cost()).isEqualByComparingTo("1.234567");
        assertThat(bill.totalCost()).isEqualTo("4.74");
        assertThat(bill.billingPeriod()).isEqualTo("2026-10");
        assertThat(bill.dueDate()).isEqualTo("2026-12-01");
    }

    @Test
    void a_month_is_open_until_it_is_over_and_all_calls_of_it_are_written() {
        assertThat(bill("2026-11-01T00:59:59Z").status()).isEqualTo("open");
        assertThat(bill("2026-11-01T01:00:00Z").status()).isEqualTo("pending");
    }

    @Test
    void a_tenants_running_month_is_told() {
        Bank bank = Banks.open("");
        Api user = bank.user();
        String customer = user.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail())).at("customer_id");
        String account = user.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer)).at("account_id");
        user.post("/transactions/deposit", depositBody(account, "10.00"));

        Answer bills = api().get("/tenants/" + bank.id() + "/bills");
        assertThat(bills.status()).as(bills.text()).isEqualTo(200);
        assertThat(bills.at("bills/0/usage_summary/transaction_processing/quantity"))
                .isEqualTo("1");
        assertThat(bills.json().at("/bills/0/usage_summary/api_call/quantity").asLong())
                .isGreaterThanOrEqualTo(3);
        assertThat(bills.json().at("/bills/0/usage_summary/storage/quantity").asLong())
                .isPositive();

        String period = bills.at("bills/0/billing_period");
        Answer bill = api().get("/tenants/" + bank.id() + "/bills/" + period);
        assertThat(bill.at("status")).isEqualTo("open");
        assertThat(api().get("/tenants/" + bank.id() + "/bills/1999-01").status())
                .isEqualTo(404);
        assertThat(api().get("/tenants/nobody/bills").status()).isEqualTo(404);
        assertThat(user.get("/tenants/" + bank.id() + "/bills").status()).isEqualTo(403);
    }
}
