package io.nexum.command.store;

import io.nexum.command.Claim;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountEvent.AccountFrozen;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.log.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Units that freeze an account, as no command would make them. */
final class Units {
    private Units() {}

    static AppendUnit question(AccountId account, long seen) {
        return new AppendUnit(
                TenantId.DEFAULT,
                Map.of(stream(account), Seen.inTheLog(seen)),
                List.of(),
                List.of(),
                List.of(),
                new CompletableFuture<>());
    }

    static AppendUnit unit(AccountId account, long seen) {
        return unit(account, seen, List.of(), List.of());
    }

    static AppendUnit unit(AccountId account, long seen, List<Claim> claims, List<StoredAnswer> answers) {
        return unit(account, Seen.inTheLog(seen), claims, answers);
    }

    static AppendUnit after(AccountId account, long seen, AppendUnit before) {
        return unit(account, new Seen(seen, before.done()), List.of(), List.of());
    }

    static AppendUnit unit(AccountId account, Seen seen, List<Claim> claims, List<StoredAnswer> answers) {
        AccountFrozen event = new AccountFrozen(account, "a test");
        NewEvent row = new NewEvent(
                stream(account),
                seen.sequence() + 1,
                EventCodec.typeOf(event),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                EventCodec.encode(event),
                "{}".getBytes(StandardCharsets.UTF_8));
        return new AppendUnit(
                TenantId.DEFAULT,
                Map.of(stream(account), seen),
                List.of(row),
                claims,
                answers,
                new CompletableFuture<>());
    }

    static AppendUnit releasing(AccountId account, long seen, Claim claim) {
        AppendUnit plain = unit(account, seen);
        return new AppendUnit(
                TenantId.DEFAULT,
                plain.seen(),
                plain.events(),
                List.of(),
                List.of(new Released(claim.kind(), claim.value())),
                List.of(),
                List.of(),
                plain.done());
    }

    static StreamId stream(AccountId account) {
        return StreamId.of("account", account);
    }
}
