package io.nexum.gateway.request;

import jakarta.validation.constraints.Size;

/** Why something is done that needs a reason. */
public record ReasonBody(@Size(max = 500) String reason) implements Request {}
