package io.nexum.gateway.account;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The number that people call an account by. */
final class AccountNumber {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{2,33}");
    private static final int DIGITS = 10;

    private AccountNumber() {}

    /** A number that a client chose: 3 to 34 letters, digits and hyphens. */
    static String chosen(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be 3 to 34 letters, digits and hyphens");
        }
        return text;
    }

    /** {@value #DIGITS} digits, of which the last is Luhn's check digit (ISO/IEC 7812-1, annex B). */
    static String generated(RandomGenerator random) {
        long body = random.nextLong(pow10(DIGITS - 2), pow10(DIGITS - 1));
        return "" + body + checkDigit(body);
    }

    private static long checkDigit(long body) {
        long sum = 0;
        boolean doubled = true;
        for (long rest = body; rest > 0; rest /= 10) {
            long digit = rest % 10 * (doubled ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private static long pow10(int exponent) {
        return Math.powExact(10L, exponent);
    }
}
