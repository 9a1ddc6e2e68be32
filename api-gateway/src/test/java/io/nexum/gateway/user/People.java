package io.nexum.gateway.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;
import java.util.UUID;

/** Users of the test's bank, made by the administrator and logged in. */
public final class People {
    public static final String PASSWORD = "correct horse battery staple";

    private static final Api NOBODY = new Api(NexumServer.running().base(), "");

    private People() {}

    /** Somebody who is logged in. */
    public record Person(String id, String username, Api api) {}

    public static String freshName() {
        return "user-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A new user with these roles, by their names. */
    public static Person with(String... roles) {
        String username = freshName();
        Answer created = create(NexumServer.running().api(), username, roles);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return new Person(created.at("user_id"), username, login(username));
    }

    static Answer create(Api by, String username, String... roles) {
        return by.post("/rbac/users", """
                {"username": "%s", "email": "%s@bank.example", "full_name": "Some Body", "roles": [%s],
                 "password": "%s"}
                """.formatted(
                username, username, roles.length == 0 ? "" : "\"" + String.join("\", \"", roles) + "\"", PASSWORD));
    }

    static Answer tryLogin(String username, String password) {
        return NOBODY.post("/auth/login", """
                {"username": "%s", "password": "%s"}
                """.formatted(username, password));
    }

    static Api login(String username) {
        Answer login = tryLogin(username, PASSWORD);
        assertThat(login.status()).as(login.text()).isEqualTo(200);
        return new Api(NexumServer.running().base(), login.at("access_token"));
    }
}
