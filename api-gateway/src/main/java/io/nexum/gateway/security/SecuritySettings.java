package io.nexum.gateway.security;

import io.nexum.gateway.access.Grants;
import io.nexum.gateway.access.SignedIn;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.http.Errors;
import io.nexum.gateway.limit.RateLimitFilter;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.UserCount;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Authority;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** How a request is let in: by its bearer token alone, with nothing kept between requests and as few filters as can be. */
@Configuration(proxyBeanMethods = false)
public class SecuritySettings {
    // The documentation's page is served from here and styles itself inline; everything else is data.
    private static final String CONTENT_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    @Bean
    static Passwords passwords() {
        return new Passwords();
    }

    @Bean
    static Users users(Database database) {
        return new Users(database.program());
    }

    @Bean
    static UserCount userCount(Users users) {
        return users::count;
    }

    @Bean
    static Sessions sessions(Database database, Settings settings, Clock clock) {
        Sessions sessions = new Sessions(database.program(), settings.refreshToken(), clock);
        sessions.removeOld();
        return sessions;
    }

    @Bean
    static Tokens tokens(Settings settings, Sessions sessions, Clock clock) {
        String secret = new Secrets(settings.dataDir()).jwtSecret(settings).value();
        return new Tokens(secret, sessions, settings.accessToken(), clock);
    }

    /** There is no user but the administrator, who may do everything. */
    @Bean
    static Grants grants() {
        return (tenant, user) -> Authority.ALL;
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http, AccessRules rules, Tokens tokens, Grants grants, Errors errors, RateLimitFilter limits) {
        return http.csrf(AbstractHttpConfigurer::disable) // there is no cookie to ride on
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .authorizeHttpRequests(routes -> routes.anyRequest().access(rules))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(limits.counting(errors))
                        .accessDeniedHandler(errors)
                        .bearerTokenResolver(onlyWhereAsked(rules))
                        .jwt(jwt -> jwt.decoder(tokens)
                                .jwtAuthenticationConverter(token -> new SignedIn(identity(token, grants)))))
                .addFilterBefore(limits, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .build();
    }

    private static UserIdentity identity(Jwt token, Grants grants) {
        TenantId tenant = new TenantId(claim(token, Tokens.TENANT_CLAIM));
        UUID user = UUID.fromString(claim(token, Tokens.USER_CLAIM));
        return new UserIdentity(
                tenant,
                user,
                claim(token, JwtClaimNames.SUB),
                UUID.fromString(claim(token, Tokens.SESSION_CLAIM)),
                grants.of(tenant, user),
                false);
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name));
    }

    /** A token that has expired must not keep its owner from logging in anew. */
    private static BearerTokenResolver onlyWhereAsked(AccessRules rules) {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> rules.isOpen(request) ? null : header.resolve(request);
    }
}
