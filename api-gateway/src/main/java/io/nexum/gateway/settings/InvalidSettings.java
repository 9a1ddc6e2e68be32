package io.nexum.gateway.settings;

import java.util.List;

/** Some settings are wrong. Each error names its variable and what would be right. */
public final class InvalidSettings extends RuntimeException {
    private final List<String> errors;

    InvalidSettings(List<String> errors) {
        super(String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
