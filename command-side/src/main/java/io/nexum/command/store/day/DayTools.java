package io.nexum.command.store.day;

import io.nexum.command.day.DayStep;
import io.nexum.command.store.BankDays;
import io.nexum.command.store.StatesInBulk;
import io.nexum.command.store.StreamReader;
import io.nexum.kernel.Commands;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * What closing days works with.
 *
 * @param steps in the order in which they are done
 * @param settings what each tenant has set for itself
 * @param bankZone whose days a bank books by that closes none
 */
public record DayTools(
        Stores stores,
        Commands commands,
        List<DayStep<?>> steps,
        BankDays days,
        StatesInBulk states,
        StreamReader reader,
        DayAppends appends,
        Function<TenantId, TenantSettings> settings,
        ZoneId bankZone,
        Clock clock) {}
