package io.nexum.command.store;

import io.nexum.kernel.TenantId;
import java.util.List;

/** The units that come while a process has the turn. */
@FunctionalInterface
interface Latecomers {
    /** Waits a moment for so many units of the tenant; there may be fewer. */
    List<AppendUnit> await(TenantId tenant, int count);
}
