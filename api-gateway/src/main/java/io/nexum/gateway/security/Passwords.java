package io.nexum.gateway.security;

import io.nexum.kernel.Refusals.StoreUnavailable;
import io.nexum.kernel.RefusedException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/**
 * Hashes passwords by scrypt. Each hash takes memory and time, so only a few are computed at once: a flood of logins must
 * not take the memory or the processors from those who are in.
 */
final class Passwords {
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    private final SCryptPasswordEncoder scrypt;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodysHash;

    Passwords(PasswordCost cost) {
        this.scrypt = new SCryptPasswordEncoder(cost.rounds(), 8, 5, 32, 16);
        this.nobodysHash = encoded("the password of nobody");
    }

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
