package io.nexum.gateway.security;

import io.nexum.gateway.security.Users.User;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Secrets.Secret;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The user {@code admin}, who is there from the first start. A password that the operator sets counts from the next
 * start on; one that was made at random counts until the user changes it.
 */
@Component
class Administrator implements InitializingBean {
    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

    private final Users users;
    private final Passwords passwords;
    private final Settings settings;
    private final Clock clock;

    Administrator(Users users, Passwords passwords, Settings settings, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        Secret password = new Secrets(settings.dataDir()).adminPassword(settings);
        Instant now = clock.instant();
        Optional<User> there = users.named(TenantId.DEFAULT, USERNAME);
        User user = there.orElseGet(() -> users.add(TenantId.DEFAULT, USERNAME, passwords.hash(password.value()), now));
        if (passwords.matches(password.value(), Optional.of(user.passwordHash()))) {
            return;
        }
        if (password.place().isEmpty()) {
            users.changePassword(user.id(), passwords.hash(password.value()), now);
            LOG.info("The password of the user {} is now the one of NEXUM_ADMIN_PASSWORD", USERNAME);
        } else {
            LOG.warn(
                    "The password of the user {} was changed and is no longer the one in {};"
                            + " set NEXUM_ADMIN_PASSWORD if it is lost",
                    USERNAME,
                    password.place().get());
        }
    }
}
