package io.nexum.gateway.security;

import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/**
 * Hashes passwords by scrypt with N = 2^14, r = 8, p = 5, one of the settings that OWASP's password storage guide holds
 * equal. Each hash takes 16 MiB and a fifth of a second, so only a few are computed at once: a flood of logins must not
 * take the memory or the processors from those who are in.
 */
final class Passwords {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final SCryptPasswordEncoder scrypt = new SCryptPasswordEncoder(1 << 14, 8, 5, 32, 16);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = hash("the password of nobody");

    String hash(String password) {
        return inTurn(() -> encoded(password));
    }

    /** Takes as long for a user who isn't there, so that the time doesn't tell who is. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches = inTurn(() -> scrypt.matches(password, hash.orElse(nobodysHash)));
        return matches && hash.isPresent();
    }

    private String encoded(String password) {
        String hash = scrypt.encode(password);
        if (hash == null) {
            throw new IllegalStateException("scrypt gave no hash");
        }
        return hash;
    }

    private <T> T inTurn(Supplier<T> work) {
        boolean mine = false;
        try {
            mine = places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                throw new RefusedException(new StoreUnavailable("too many log in at once; try again shortly"));
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(new StoreUnavailable("the program is stopping"));
        } finally {
            if (mine) {
                places.release();
            }
        }
    }
}
