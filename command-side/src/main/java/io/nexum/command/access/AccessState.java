package io.nexum.command.access;

import io.nexum.command.EntityType;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.access.AccessEvent;
import io.nexum.kernel.access.AccessEvent.PermissionRefused;
import io.nexum.kernel.access.Permission;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is on record of one credential.
 *
 * @param refused the last day on which each permission was refused
 */
public record AccessState(Map<Permission, LocalDate> refused) {
    public static final EntityType<AccessState> TYPE =
            new EntityType<>("access", new AccessState(Map.of()), AccessState.class, "1", AccessState::evolve);

    static AccessState evolve(AccessState before, DomainEvent event) {
        return switch ((AccessEvent) event) {
            case PermissionRefused refused -> {
                Map<Permission, LocalDate> more = new EnumMap<>(Permission.class);
                more.putAll(before.refused);
                more.put(refused.permission(), refused.day());
                yield new AccessState(more);
            }
        };
    }
}
