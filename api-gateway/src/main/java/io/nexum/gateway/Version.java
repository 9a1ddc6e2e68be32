package io.nexum.gateway;

import java.util.Optional;

/** Which release this is, as the jar's manifest tells. */
final class Version {
    static final String NAME = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");

    private Version() {}
}
