package io.nexum.gateway.privacy;

import io.nexum.command.store.key.KeyRotation.Scope;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Request;

/** @param scope {@code tenant} unless it says {@code master} */
record RotateKeyBody(@Default("tenant") Scope scope) implements Request {}
