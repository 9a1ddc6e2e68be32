package io.nexum.kernel.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSettingsTest {
    @Test
    void what_is_known_is_read_and_the_rest_is_passed_over() {
        TenantSettings settings = TenantSettings.of(Map.of(
                "default_currency", "EUR",
                "timezone", "Europe/Paris",
                "kyc_tier_required", "TIER_2",
                "allow_overdrafts", true,
                "overdraft_limit", "500.00",
                "max_daily_transaction_limit", new BigDecimal("25000"),
                "grace_period_days", 21,
                "payment_instructions", " At any branch ",
                "business_hours", "09:00-17:00"));

        assertThat(settings.defaultCurrency()).contains(Currency.of("EUR"));
        assertThat(settings.timeZone()).contains(ZoneId.of("Europe/Paris"));
        assertThat(settings.kycTierRequired()).contains(KycTier.TIER_2);
        assertThat(settings.allowOverdrafts()).contains(true);
        assertThat(settings.overdraftLimit()).contains(Money.of("500.00", "EUR"));
        assertThat(settings.dailyLimit()).contains(Money.of("25000.00", "EUR"));
        assertThat(settings.monthlyLimit()).isEmpty();
        assertThat(settings.graceDays()).contains(21);
        assertThat(settings.paymentInstructions()).contains("At any branch");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void instructions_of_payment_have_a_length(int length) {
        assertThatThrownBy(() -> TenantSettings.of(Map.of("payment_instructions", "x".repeat(length))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("payment_instructions");
    }

    @Test
    void what_is_said_of_loans_grace_counts_before_what_is_said_of_all() {
        assertThat(TenantSettings.of(Map.of("grace_period_days", 21, "loan_default_grace_period", 7))
                        .graceDays())
                .contains(7);
        assertThatThrownBy(() -> TenantSettings.of(Map.of("loan_default_grace_period", -1)))
                .hasMessageContaining("loan_default_grace_period");
    }

    @ParameterizedTest
    @CsvSource({"daily_balance, DAILY", "average_balance, AVERAGE", "minimum_balance, MINIMUM", "average, AVERAGE"})
    void the_balance_that_earns_is_named_as_a_product_names_it(String word, BalanceMethod balance) {
        assertThat(TenantSettings.of(Map.of("interest_calculation_method", word))
                        .interestBalance())
                .contains(balance);
    }

    @Test
    void what_was_kept_before_a_setting_was_known_counts_as_absent_where_it_can_not_be_right() {
        TenantSettings kept = TenantSettings.kept(Map.of("overdraft_fee", "a lot", "timezone", "Europe/Paris"));

        assertThat(kept.overdraftFee()).isEmpty();
        assertThat(kept.timeZone()).contains(ZoneId.of("Europe/Paris"));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> TenantSettings.of(Map.of("default_currency", "ABC", "timezone", "Mars/Olympus")))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    List<InvalidValue> values = ((InvalidValues) refused.refusal()).values();
                    assertThat(values)
                            .extracting(InvalidValue::field)
                            .containsExactly("settings.default_currency", "settings.timezone");
                });
    }

    @ParameterizedTest
    @CsvSource({"-1", "1e5", "12.345", "x", "99999999999999999999"})
    void an_amount_is_plain_and_of_the_currencys_decimals(String amount) {
        assertThatThrownBy(() -> TenantSettings.of(Map.of("default_currency", "USD", "overdraft_limit", amount)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void an_amount_needs_a_currency() {
        assertThatThrownBy(() -> TenantSettings.of(Map.of("overdraft_limit", "5.00")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("default_currency");
    }

    @Test
    void a_limit_is_for_accounts_in_its_own_currency() {
        Optional<Money> limit = Optional.of(Money.of("5.00", "USD"));
        assertThat(TenantSettings.in(Currency.of("USD"), limit)).isEqualTo(limit);
        assertThat(TenantSettings.in(Currency.of("EUR"), limit)).isEmpty();
    }

    @Test
    void a_code_is_made_into_an_id() {
        assertThat(TenantId.ofCode("ACME_BANK")).isEqualTo(new TenantId("acme-bank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1ST", "ÄBANK", "A BANK"})
    void a_code_that_no_id_can_be_made_of_is_refused(String code) {
        assertThatThrownBy(() -> TenantId.ofCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_agreed_counts_before_what_the_tier_has() {
        Quotas quotas = new QuotaOverrides(Optional.of(7), Optional.empty(), Optional.empty(), Optional.of(9))
                .over(SubscriptionTier.BASIC.quotas());
        assertThat(quotas.of(Quota.USERS)).isEqualTo(7);
        assertThat(quotas.of(Quota.ACCOUNTS)).isEqualTo(1_000);
        assertThat(quotas.of(Quota.DAILY_TRANSACTIONS)).isEqualTo(1_000);
        assertThat(quotas.of(Quota.HOURLY_API_CALLS)).isEqualTo(9);
    }
}
