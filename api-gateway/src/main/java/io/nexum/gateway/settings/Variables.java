package io.nexum.gateway.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads variables and collects what is wrong with them, so that an operator learns all of it at once. */
final class Variables {
    private final Map<String, String> environment;
    private final List<String> errors = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    int number(String name, int least, int most) {
        return read(
                name,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < least || value > most) {
                        throw new IllegalArgumentException();
                    }
                    return value;
                },
                "a whole number from " + least + " to " + most);
    }

    String oneOf(String name, List<String> words) {
        return read(
                name,
                text -> {
                    String word = text.toLowerCase(Locale.ROOT);
                    if (!words.contains(word)) {
                        throw new IllegalArgumentException();
                    }
                    return word;
                },
                "one of " + String.join(", ", words));
    }

    boolean flag(String name) {
        return oneOf(name, List.of("true", "false")).equals("true");
    }

    /** A value with its fallback. A wrong one is noted, and the fallback stands in until {@link #check()}. */
    <T> T read(String name, Function<String, T> form, String wanted) {
        String fallback = Settings.named(name).fallback();
        Optional<String> sent = sent(name);
        if (sent.isPresent()) {
            try {
                return form.apply(sent.get());
            } catch (RuntimeException e) {
                errors.add(name + " is '" + sent.get() + "', but must be " + wanted);
            }
        }
        return form.apply(fallback);
    }

    /** A value without a fallback. What was sent may hold a password, so the error doesn't repeat it. */
    <T> Optional<T> optional(String name, Function<String, T> form, String wanted) {
        try {
            return sent(name).map(form);
        } catch (RuntimeException e) {
            String why = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            errors.add(name + " must be " + wanted + why);
            return Optional.empty();
        }
    }

    /** Notes what is wrong with several variables together. */
    void wrong(String what) {
        errors.add(what);
    }

    Optional<String> secret(String name, int least, int most) {
        return sent(name).filter(secret -> {
            int length = secret.getBytes(StandardCharsets.UTF_8).length;
            boolean sound = length >= least && length <= most;
            if (!sound) {
                errors.add(name + " has " + length + " bytes, but must have " + least + " to " + most
                        + "; leave it out to have a random one made");
            }
            return sound;
        });
    }

    /** Notes what is wrong with several variables together. */
    void wrong(String error) {
        errors.add(error);
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidSettings(errors);
        }
    }

    /** Compose files pass what isn't set as an empty text. */
    private Optional<String> sent(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
