package io.nexum.gateway.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.NexumServer;

/** API keys for tests. */
final class Keys {
    private Keys() {}

    /** @param text the key itself */
    record ApiKey(String id, String text) {
        /** A machine that sends the key as a bearer token. */
        Api api() {
            return new Api(NexumServer.running().base(), text);
        }
    }

    /**
     * @param permissions with commas between them, each in quotation marks
     * @param more further fields, each with a comma before it
     */
    static Answer tryCreate(Api by, String permissions, String more) {
        return by.post("/api-keys", """
                {"key_name": "Payroll", "permissions": [%s]%s}
                """.formatted(permissions, more));
    }

    static ApiKey create(Api by, String permissions, String more) {
        return of(tryCreate(by, permissions, more));
    }

    static ApiKey create(String permissions) {
        return create(NexumServer.running().api(), permissions, "");
    }

    static ApiKey of(Answer issued) {
        assertThat(issued.status()).as(issued.text()).isBetween(200, 201);
        assertThat(issued.at("api_key")).startsWith("nxk_");
        return new ApiKey(issued.at("key_id"), issued.at("api_key"));
    }
}
