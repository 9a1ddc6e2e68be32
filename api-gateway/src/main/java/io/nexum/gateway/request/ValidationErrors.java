package io.nexum.gateway.request;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.InvalidValues;
import io.nexum.kernel.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that its sender learns all of it at once, each by its place. */
public final class ValidationErrors {
    private static final int MOST_TOLD = 100;

    private final List<InvalidValue> wrong;
    private final @Nullable ValidationErrors parent;
    private final String step;

    /** Of a whole request. */
    public ValidationErrors() {
        this(new ArrayList<>(), null, "");
    }

    private ValidationErrors(List<InvalidValue> wrong, @Nullable ValidationErrors parent, String step) {
        this.wrong = wrong;
        this.parent = parent;
        this.step = step;
    }

    /** The errors of a field of what these are about. */
    public ValidationErrors at(String field) {
        return new ValidationErrors(wrong, this, field);
    }

    /** The errors of an item of what these are about. */
    public ValidationErrors at(int item) {
        return new ValidationErrors(wrong, this, "[" + item + "]");
    }

    /**
     * Says that what these errors are about can't be right. The first word on a field counts.
     *
     * @param message follows the field's name, as in {@code must be a text}
     * @return nothing, as there is no value
     */
    public <T> Optional<T> reject(String message) {
        return tell(path() + " " + message);
    }

    private <T> Optional<T> tell(String sentence) {
        String path = path();
        if (!isTold(path) && wrong.size() < MOST_TOLD) {
            wrong.add(new InvalidValue(path, sentence));
        }
        return Optional.empty();
    }

    /**
     * What is made of several fields, or nothing if it refuses them.
     *
     * @param names the wire's names of properties that may be refused, where they aren't their own in snake_case
     */
    public <T> Optional<T> made(Map<String, String> names, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (RefusedException e) {
            Refusal refusal = e.refusal();
            ValidationErrors place = refusal.field().isEmpty()
                    ? this
                    : at(names.getOrDefault(refusal.field(), BoundField.snakeCase(refusal.field())));
            return place.tell(refusal.detail());
        }
    }

    /** Says that a field of it can't be right. */
    public void reject(String field, String message) {
        at(field).reject(message);
    }

    /** Whether a field of it is known to be wrong. */
    public boolean isKnown(String field) {
        return isTold(at(field).path());
    }

    private boolean isTold(String path) {
        return wrong.stream().anyMatch(told -> told.field().equals(path));
    }

    /** Says that no JSON object was sent where the whole request should be one. */
    void rejectBody() {
        wrong.add(new InvalidValue("body", "the body must be a JSON object"));
    }

    int count() {
        return wrong.size();
    }

    boolean isEmpty() {
        return wrong.isEmpty();
    }

    /** @throws RefusedException naming each bad field, if there is one */
    public void raise() {
        if (!wrong.isEmpty()) {
            throw new RefusedException(new InvalidValues(List.copyOf(wrong)));
        }
    }

    private String path() {
        String before = parent == null ? "" : parent.path();
        return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
    }
}
