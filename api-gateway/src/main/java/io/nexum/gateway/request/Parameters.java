package io.nexum.gateway.request;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import java.util.Optional;
import java.util.function.Function;

/** Reads a request's query parameters; an empty one counts as absent. */
public final class Parameters {
    private final Complaints complaints = new Complaints();

    public <T> Optional<T> read(String name, Optional<String> value, Function<String, T> form) {
        return value.map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> complaints.listen(name, () -> form.apply(text)));
    }

    /** A parameter that must be sent: there is a value after {@link #check()}. */
    public <T> Optional<T> readRequired(String name, String value, Function<String, T> form) {
        return complaints.listen(name, () -> form.apply(value.strip()));
    }

    /** The first of two names for the same thing that was sent. */
    public <T> Optional<T> read(
            String name, Optional<String> value, String other, Optional<String> otherValue, Function<String, T> form) {
        return read(name, value, form).or(() -> read(other, otherValue, form));
    }

    /** Complains about a value that was read and still can't be right. */
    public void wrong(String name, String message) {
        complaints.add(name, name + " " + message);
    }

    /** @throws RefusedException naming each bad parameter, if there is one */
    public void check() {
        complaints.raise();
    }

    /** The part of the list that is wanted, after {@link #check()}. */
    public PageRequest checkedPage(Paging paging) {
        int skip = read("skip", paging.skip(), Parameters::wholeNumber).orElse(0);
        int limit = read("limit", paging.limit(), Parameters::wholeNumber).orElse(PageRequest.FIRST.limit());
        check();
        return new PageRequest(skip, limit);
    }

    private static int wholeNumber(String text) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Integer.parseInt(text);
    }
}
