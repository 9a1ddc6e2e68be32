package io.nexum.gateway.settings;

import io.nexum.kernel.money.Currency;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What tenants pay for what they use, each at most 9 digits before and 12 after the point.
 *
 * @param storedByte for each byte that the log has at a month's end
 */
public record BillingRates(Currency currency, BigDecimal apiCall, BigDecimal transaction, BigDecimal storedByte) {
    private static final Pattern RATE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,12})?");

    static BillingRates read(Variables variables) {
        return new BillingRates(
                variables.read("NEXUM_BILLING_CURRENCY", Currency::of, "a currency code of ISO 4217"),
                rate(variables, "NEXUM_BILLING_RATE_API_CALL"),
                rate(variables, "NEXUM_BILLING_RATE_TRANSACTION"),
                rate(variables, "NEXUM_BILLING_RATE_STORED_BYTE"));
    }

    private static BigDecimal rate(Variables variables, String name) {
        return variables.read(
                name,
                text -> {
                    if (!RATE.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    return new BigDecimal(text);
                },
                "a plain decimal number as in 0.001");
    }
}
