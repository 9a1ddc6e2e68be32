package io.nexum.gateway.terms;

import io.nexum.gateway.request.Fields;
import io.nexum.kernel.loan.PaymentFrequency;
import java.util.Map;
import java.util.Optional;

/** How often a loan is paid: a word, or an object as in {@code {"every": 15, "unit": "days"}}. */
public final class PaymentFrequencies {
    private static final String FIELD = "payment_frequency";
    private static final int MOST_UNITS = 366;

    private PaymentFrequencies() {}

    /** Reads the field {@code payment_frequency}. */
    public static Optional<PaymentFrequency> read(Fields in) {
        if (!in.isObject(FIELD)) {
            return in.optional(FIELD, PaymentFrequencies::named);
        }
        return in.object(FIELD, parts -> {
            if (!parts.has("every")) {
                parts.wrong("every", "is missing");
            }
            PaymentFrequency one = parts.required("unit", TermWords.UNITS::meant);
            int every = parts.wholeNumber("every", 1, MOST_UNITS).orElse(1);
            return one == null ? PaymentFrequency.MONTHLY : new PaymentFrequency(every * one.every(), one.unit());
        });
    }

    private static PaymentFrequency named(String word) {
        try {
            return TermWords.PAYMENTS.meant(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + ", or an object as in {\"every\": 15, \"unit\": \"days\"}", e);
        }
    }

    /** As it is read, the word where there is one. */
    public static Object shown(PaymentFrequency frequency) {
        if (TermWords.PAYMENTS.has(frequency)) {
            return TermWords.PAYMENTS.word(frequency);
        }
        PaymentFrequency year = PaymentFrequency.ANNUALLY;
        boolean inYears = frequency.unit() == year.unit() && frequency.every() % year.every() == 0;
        PaymentFrequency one = inYears ? year : new PaymentFrequency(1, frequency.unit());
        return Map.of("every", frequency.every() / one.every(), "unit", TermWords.UNITS.word(one));
    }
}
