package io.nexum.gateway.apikey;

import io.nexum.gateway.database.Database;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts of API keys hang together. */
@Configuration(proxyBeanMethods = false)
class ApiKeyWiring {
    @Bean
    static ApiKeySecrets apiKeySecrets(Database database) {
        return new ApiKeySecrets(database.stores());
    }

    @Bean
    static ApiKeyUse apiKeyUse(Database database) {
        return ApiKeyUse.start(database.stores());
    }

    @Bean
    static ApiKeys apiKeys(Tenants tenants, Queries queries, ApiKeySecrets secrets, ApiKeyUse use, Clock clock) {
        return new ApiKeys(tenants, queries, secrets, use, clock);
    }

    @Bean
    static ApiKeyChanges apiKeyChanges(Commands commands, Queries queries, ApiKeySecrets secrets, ApiKeys keys) {
        return new ApiKeyChanges(commands, queries, secrets, keys);
    }
}
