package io.nexum.bench.bank;

import io.nexum.bench.bank.DailyInterest.Saver;
import io.nexum.command.Claim;
import io.nexum.command.store.AppendUnit;
import io.nexum.command.store.Appenders;
import io.nexum.command.store.NewEvent;
import io.nexum.command.store.Seen;
import io.nexum.command.store.StreamsChanged;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountOpened;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.ProductType;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.log.PersonalEvents;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.store.Stores;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Makes accounts as fast as events can be written: nothing is decided. */
public final class BulkSavers implements AutoCloseable {
    private static final int A_UNIT = 1_000;
    private static final Money OPENING = Money.of("1000.00", "USD");

    private final Appenders appenders;
    private final PersonalEvents codec;
    private final CommandContext context =
            CommandContext.of(TenantId.DEFAULT, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS));

    public BulkSavers(Stores stores, PersonalData keys, LogListener listener) {
        this.appenders = new Appenders(stores, 100, new NobodyCaches(), listener);
        this.codec = new PersonalEvents(keys);
    }

    /** Opens accounts with money on them, whose first interest is that of the next day. */
    public void make(int count, LocalDate openedOn) {
        for (int made = 0; made < count; made += A_UNIT) {
            Map<StreamId, Seen> seen = new HashMap<>();
            List<NewEvent> rows = new ArrayList<>();
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i < Math.min(A_UNIT, count - made); i++) {
                AccountId account = new AccountId(UUID.randomUUID());
                AccountOpened opened = opened(account, openedOn);
                Saver saver = new Saver(account, Money.of("0.00", "USD"), openedOn, List.of());
                rows.add(row(opened, 0));
                rows.add(row(DailyInterest.credit(saver, OPENING, openedOn), 1));
                seen.put(opened.stream(), Seen.inTheLog(-1));
                claims.add(new Claim(
                        DailyInterest.MEMBERSHIP, account.toString(), new AlreadyTaken("saver", account.toString())));
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            appenders.submit(new AppendUnit(context.tenant(), seen, rows, claims, List.of(), done));
            done.join();
        }
    }

    private NewEvent row(DomainEvent event, long sequence) {
        return NewEvent.of(UUID.randomUUID(), event, sequence, "Bench", context, codec);
    }

    private static AccountOpened opened(AccountId account, LocalDate date) {
        Currency usd = Currency.of("USD");
        return new AccountOpened(
                account,
                new CustomerId(account.value()),
                ProductType.SAVINGS,
                Optional.empty(),
                usd,
                "Bench",
                account.toString(),
                ZoneOffset.UTC,
                date,
                AccountLimits.none(usd),
                Map.of());
    }

    @Override
    public void close() {
        appenders.close();
    }

    private static final class NobodyCaches implements StreamsChanged {
        @Override
        public void evict(TenantId tenant, Collection<StreamId> streams) {}

        @Override
        public void evictAll(TenantId tenant) {}
    }
}
