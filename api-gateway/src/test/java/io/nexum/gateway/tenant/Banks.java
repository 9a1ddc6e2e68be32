package io.nexum.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import java.util.Locale;
import java.util.UUID;

/** Banks beside the default one, each with the administrator that it begins with. */
public final class Banks {
    public static final String PASSWORD = "Tenants-0wn-passw0rd!";

    private Banks() {}

    /** @param user a client that speaks as the bank's own administrator {@code admin} */
    public record Bank(String id, Api user) {}

    static String freshCode() {
        return "T_"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
    }

    /** @param more further fields of the tenant, each with a comma before it */
    public static Bank open(String more) {
        Answer created = platform().post("/tenants", """
                {"name": "Bank", "code": "%s", "display_name": "Bänk"%s}
                """.formatted(freshCode(), more));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String id = created.at("tenant_id");
        String oneTime = created.at("admin_user/one_time_password");
        Answer first = login(id, "admin", oneTime);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Answer changed = client(first)
                .post("/rbac/auth/change-password?user_id=" + first.at("user_id"), """
                {"old_password": "%s", "new_password": "%s"}
                """.formatted(oneTime, PASSWORD));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        return new Bank(id, client(login(id, "admin", PASSWORD)));
    }

    /** Speaks as the administrator of the installation. */
    static Api platform() {
        return NexumServer.running().api();
    }

    public static Answer login(String tenant, String user, String password, String... headers) {
        return new Api(NexumServer.running().base(), "")
                .post("/auth/login", """
                {"username": "%s", "password": "%s", "tenant_id": "%s"}
                """.formatted(user, password, tenant), headers);
    }

    private static Api client(Answer login) {
        return new Api(NexumServer.running().base(), login.at("access_token"));
    }
}
