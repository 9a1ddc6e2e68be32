package io.nexum.gateway.access;

import io.nexum.kernel.access.Permission;
import jakarta.servlet.http.HttpServletRequest;

/** Somebody who wants to know what was refused to whom. Called before it is answered; must not throw. */
public interface RefusedPermissions {
    void saw(Identity identity, Permission permission, HttpServletRequest request);
}
