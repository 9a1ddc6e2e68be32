package io.nexum.gateway.openapi;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.Needs;
import io.nexum.gateway.access.OpenToAll;
import io.nexum.kernel.json.Json;
import io.swagger.v3.oas.models.Operation;
import org.springframework.web.method.HandlerMethod;

/** Says of each operation who may use it, as its route declares it to the gate. */
final class RouteAccess {
    /** The permission that the operation asks for. */
    static final String PERMISSION = "x-permission";

    /** Where it asks for none: {@code every_user} or {@code open}. */
    static final String ACCESS = "x-access";

    private RouteAccess() {}

    static void describe(Operation operation, HandlerMethod route) {
        Needs needs = route.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.addExtension(PERMISSION, Json.wireName(needs.value()));
        } else if (route.hasMethodAnnotation(ForEveryUser.class)) {
            operation.addExtension(ACCESS, "every_user");
        } else if (route.hasMethodAnnotation(OpenToAll.class)) {
            operation.addExtension(ACCESS, "open");
        }
    }
}
