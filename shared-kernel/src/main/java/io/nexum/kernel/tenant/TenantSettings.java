package io.nexum.kernel.tenant;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a tenant that this program knows. What is absent is as the bank's operator set it.
 *
 * @param timeZone whose days the bank books by, and a new account's limits count by
 * @param kycTierRequired the least tier of a customer who opens an account
 * @param allowOverdrafts whether an account may go below zero at all
 * @param overdraftLimit how far a new account in the default currency may go below zero
 * @param overdraftFee what an overdraft costs under a new product in the default currency that says nothing of it
 * @param minimumBalance what must stay on a new account in the default currency
 * @param dailyLimit the most that may leave a new account in the default currency on a day
 * @param monthlyLimit the same for a month
 * @param graceDays how long an instalment of a loan may be late before it counts as late, 0 to 366
 * @param interestBalance which balance of a new account without a product earns its interest
 * @param paymentInstructions where borrowers pay, as letters to them say it; at most 1,000 characters
 */
public record TenantSettings(
        Optional<Currency> defaultCurrency,
        Optional<ZoneId> timeZone,
        Optional<KycTier> kycTierRequired,
        Optional<Boolean> allowOverdrafts,
        Optional<Money> overdraftLimit,
        Optional<Money> overdraftFee,
        Optional<Money> minimumBalance,
        Optional<Money> dailyLimit,
        Optional<Money> monthlyLimit,
        Optional<Integer> graceDays,
        Optional<BalanceMethod> interestBalance,
        Optional<String> paymentInstructions) {
    public static final TenantSettings NONE = of(Map.of());

    private static final int MOST_GRACE_DAYS = 366;
    private static final int LONGEST_INSTRUCTIONS = 1_000;

    /**
     * Reads them from all that a tenant has set, by their names on the wire. Keys that are not known are passed over.
     *
     * @throws RefusedException naming each setting that can't be right, as {@code settings.timezone}
     */
    public static TenantSettings of(Map<String, Object> settings) {
        Reader in = new Reader(settings);
        TenantSettings read = read(in);
        in.check();
        return read;
    }

    /** As {@link #of}, of what may have been kept before a setting was known: what can't be right counts as absent. */
    public static TenantSettings kept(Map<String, Object> settings) {
        return read(new Reader(settings));
    }

    private static TenantSettings read(Reader in) {
        Optional<Currency> currency = in.read("default_currency", value -> Currency.of(text(value)));
        Optional<Integer> loanGrace = in.read("loan_default_grace_period", TenantSettings::days);
        Optional<Integer> grace = in.read("grace_period_days", TenantSettings::days);
        return new TenantSettings(
                currency,
                in.read("timezone", TenantSettings::zone),
                in.read(
                        "kyc_tier_required",
                        value -> KycTier.valueOf(text(value).toUpperCase(Locale.ROOT))),
                in.read("allow_overdrafts", TenantSettings::flag),
                in.amount("overdraft_limit", currency),
                in.amount("overdraft_fee", currency),
                in.amount("min_account_balance", currency),
                in.amount("max_daily_transaction_limit", currency),
                in.amount("max_monthly_transaction_limit", currency),
                loanGrace.or(() -> grace),
                in.read("interest_calculation_method", TenantSettings::balance),
                in.read("payment_instructions", TenantSettings::instructions));
    }

    /** These settings, and where one is absent what the operator has set for all banks. */
    public TenantSettings orElse(TenantSettings usual) {
        return new TenantSettings(
                defaultCurrency.or(usual::defaultCurrency),
                timeZone.or(usual::timeZone),
                kycTierRequired.or(usual::kycTierRequired),
                allowOverdrafts.or(usual::allowOverdrafts),
                overdraftLimit.or(usual::overdraftLimit),
                overdraftFee.or(usual::overdraftFee),
                minimumBalance.or(usual::minimumBalance),
                dailyLimit.or(usual::dailyLimit),
                monthlyLimit.or(usual::monthlyLimit),
                graceDays.or(usual::graceDays),
                interestBalance.or(usual::interestBalance),
                paymentInstructions.or(usual::paymentInstructions));
    }

    /** A default for accounts in a currency: the amount, if it is of that currency. */
    public static Optional<Money> in(Currency currency, Optional<Money> amount) {
        return amount.filter(money -> money.currency() == currency);
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a text was expected");
    }

    private static String instructions(Object value) {
        String text = text(value).strip();
        if (text.isEmpty() || text.length() > LONGEST_INSTRUCTIONS) {
            throw new IllegalArgumentException("too long, or nothing");
        }
        return text;
    }

    private static ZoneId zone(Object value) {
        try {
            return ZoneId.of(text(value));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone", e);
        }
    }

    private static Boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("true or false was expected");
    }

    private static Integer days(Object value) {
        int days = new BigDecimal(value.toString()).intValueExact();
        if (days < 0 || days > MOST_GRACE_DAYS) {
            throw new IllegalArgumentException("out of range");
        }
        return days;
    }

    private static BalanceMethod balance(Object value) {
        return BalanceMethod.valueOf(text(value).toUpperCase(Locale.ROOT).replaceFirst("_BALANCE$", ""));
    }

    /** Reads one setting after the other and notes what is wrong. */
    private static final class Reader {
        private static final Map<String, String> WANTED = Map.of(
                "default_currency", "must be a currency code of ISO 4217",
                "timezone", "must be a time zone as in Europe/Paris",
                "kyc_tier_required", "must be one of none, tier_0, tier_1, tier_2, tier_3",
                "allow_overdrafts", "must be true or false",
                "interest_calculation_method", "must be one of daily_balance, average_balance, minimum_balance",
                "loan_default_grace_period", "must be a whole number from 0 to " + MOST_GRACE_DAYS,
                "grace_period_days", "must be a whole number from 0 to " + MOST_GRACE_DAYS,
                "payment_instructions", "must be a text of 1 to " + LONGEST_INSTRUCTIONS + " characters");

        private final Map<String, Object> settings;
        private final List<InvalidValue> wrong = new ArrayList<>();

        Reader(Map<String, Object> settings) {
            this.settings = settings;
        }

        <T> Optional<T> read(String key, Function<Object, T> form) {
            return read(key, form, String.valueOf(WANTED.get(key)));
        }

        Optional<Money> amount(String key, Optional<Currency> currency) {
            if (settings.get(key) != null && currency.isEmpty()) {
                wrong.add(new InvalidValue("settings." + key, key + " is in default_currency, which is missing"));
                return Optional.empty();
            }
            return read(
                    key,
                    value -> money(value, currency.orElseThrow()),
                    "must be an amount of the default currency as in \"10000.00\", not below zero");
        }

        private static Money money(Object value, Currency currency) {
            String digits = value.toString();
            if (!digits.matches("[0-9]{1,18}(\\.[0-9]{1,4})?")) {
                throw new IllegalArgumentException("no amount");
            }
            return Money.of(new BigDecimal(digits), currency);
        }

        private <T> Optional<T> read(String key, Function<Object, T> form, String wanted) {
            @Nullable Object value = settings.get(key);
            if (value == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(form.apply(value));
            } catch (IllegalArgumentException | ArithmeticException e) {
                wrong.add(new InvalidValue("settings." + key, key + " " + wanted));
                return Optional.empty();
            }
        }

        void check() {
            if (!wrong.isEmpty()) {
                throw new RefusedException(new InvalidValues(List.copyOf(wrong)));
            }
        }
    }
}
