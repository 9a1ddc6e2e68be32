package io.nexum.gateway.request;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a request, so that its sender learns all of it at once. */
final class Complaints {
    private static final int MOST_TOLD = 100;
    private final List<InvalidValue> wrong = new ArrayList<>();

    /** What the supplier gives, or nothing and a complaint about the field. */
    <T> Optional<T> listen(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RefusedException e) {
            String blamed = e.refusal().field().isEmpty() ? field : e.refusal().field();
            add(blamed, e.refusal().detail());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            add(field, message.startsWith("must ") || message.startsWith("is ") ? field + " " + message : message);
        }
        return Optional.empty();
    }

    void add(String field, String message) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(new InvalidValue(field, message));
        }
    }

    /** @throws RefusedException if there is any complaint */
    void raise() {
        if (!wrong.isEmpty()) {
            throw new RefusedException(new InvalidValues(List.copyOf(wrong)));
        }
    }
}
