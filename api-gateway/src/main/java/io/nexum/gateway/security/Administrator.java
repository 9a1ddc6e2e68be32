package io.nexum.gateway.security;

import io.nexum.gateway.security.Users.User;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Secrets.Secret;
import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.TenantId;
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

    Administrator(Users users, Passwords passwords, Settings settings) {
        this.users = users;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() {
        Secret password = new Secrets(settings.dataDir()).adminPassword(settings);
        User user = users.namedOrNew(TenantId.DEFAULT, USERNAME, password.value());
        if (passwords.matches(password.value(), Optional.of(user.passwordHash()))) {
            return;
        }
        if (password.place().isEmpty()) {
            users.changePassword(user, password.value(), Optional.empty());
            users.forgetFailures(user);
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
