package io.nexum.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.settings.Settings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the limits hang together. */
@Configuration(proxyBeanMethods = false)
class LimitWiring {
    @Bean
    static RateLimits rateLimits(Settings settings) {
        return new RateLimits(TimeMeter.SYSTEM_MILLISECONDS, settings.limits().shared());
    }

    @Bean
    static RateLimitFilter rateLimitFilter(RateLimits limits, Settings settings, ClientAddress addresses) {
        return new RateLimitFilter(limits, settings.limits(), addresses);
    }

    /** It stands among the filters of the security chain, and nowhere else. */
    @Bean
    static FilterRegistrationBean<RateLimitFilter> notOnItsOwn(RateLimitFilter filter) {
        FilterRegistrationBean<RateLimitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    static SharedUse sharedUse(RateLimits limits, Database database, Settings settings) {
        SharedUse use = new SharedUse(limits, database.program());
        return settings.limits().shared() ? use.start() : use;
    }
}
