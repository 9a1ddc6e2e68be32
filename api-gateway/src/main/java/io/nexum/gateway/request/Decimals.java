package io.nexum.gateway.request;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Decimal numbers as people write them: digits and a point, nothing else. */
final class Decimals {
    private static final int MAX_INTEGER_DIGITS = 18;
    private static final int MAX_DECIMALS = 12;
    private static final Pattern PLAIN =
            Pattern.compile("-?[0-9]{1," + MAX_INTEGER_DIGITS + "}(\\.[0-9]{1," + MAX_DECIMALS + "})?");

    private Decimals() {}

    /** @throws IllegalArgumentException if it isn't a plain decimal number */
    static BigDecimal of(JsonNode value) {
        if (value.isNumber()) {
            return ofNumber(value);
        }
        if (!value.isString()) {
            throw new IllegalArgumentException("must be a decimal number as a text, as in \"12.34\"");
        }
        return ofText(value.stringValue());
    }

    /** A JSON number's own digits are kept by the parser; one with an exponent is taken for a slip. */
    private static BigDecimal ofNumber(JsonNode value) {
        BigDecimal number = value.decimalValue();
        boolean exponent = value.isFloatingPointNumber() && number.scale() <= 0;
        if (exponent || number.scale() > MAX_DECIMALS || number.precision() > 40) {
            throw new IllegalArgumentException(notPlain());
        }
        return ofText(number.toPlainString());
    }

    private static BigDecimal ofText(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(notPlain());
        }
        return new BigDecimal(text);
    }

    private static String notPlain() {
        return "must be a plain decimal number as in 12.34, with at most " + MAX_INTEGER_DIGITS
                + " digits before the point";
    }
}
