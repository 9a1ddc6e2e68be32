package io.nexum.kernel.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A currency of ISO 4217 with its own number of decimals (JPY 0, USD 2, KWD 3).
 *
 * <p>Codes without decimals of their own (precious metals, the test code, special drawing rights) are not currencies
 * here. Currencies that were withdrawn still are: an old log must stay readable.
 */
public final class Currency {
    private static final Map<String, Currency> BY_CODE = java.util.Currency.availableCurrencies()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(
                    java.util.Currency::getCurrencyCode,
                    currency -> new Currency(currency.getCurrencyCode(), currency.getDefaultFractionDigits())));

    private final String code;
    private final int decimals;

    private Currency(String code, int decimals) {
        this.code = code;
        this.decimals = decimals;
    }

    /**
     * The currency of a three-letter code in capitals.
     *
     * @throws IllegalArgumentException if ISO 4217 has no such currency
     */
    @JsonCreator
    public static Currency of(String code) {
        Currency currency = BY_CODE.get(code);
        if (currency == null) {
            throw new IllegalArgumentException("'" + code + "' is not a currency code of ISO 4217");
        }
        return currency;
    }

    @JsonValue
    public String code() {
        return code;
    }

    /** Digits after the decimal point of this currency's smallest unit, 0 to 4. */
    public int decimals() {
        return decimals;
    }

    // One instance a code, so identity is equality.

    @Override
    public String toString() {
        return code;
    }
}
