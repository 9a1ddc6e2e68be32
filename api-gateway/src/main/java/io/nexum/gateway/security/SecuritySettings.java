package io.nexum.gateway.security;

import io.nexum.gateway.access.Grants;
import io.nexum.gateway.apikey.ApiKeyFilter;
import io.nexum.gateway.apikey.ApiKeys;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.http.Errors;
import io.nexum.gateway.http.KnownCaller;
import io.nexum.gateway.limit.RateLimitFilter;
import io.nexum.gateway.security.BearerTokens.OutsideProvider;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Settings;
import io.nexum.gateway.tenant.OneTimePasswords;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.gateway.tenant.UserCount;
import io.nexum.kernel.privacy.PersonalData;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * How a request is let in: by its bearer token or API key alone, with nothing kept between requests and as few filters as
 * can be.
 */
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
    static LoginAttempts loginAttempts(Database database, Settings settings, Clock clock) {
        return new LoginAttempts(database.program(), database.stores(), settings.loginPolicy(), clock);
    }

    @Bean
    static Users users(Database database, Passwords passwords, Sessions sessions, LoginAttempts attempts, Clock clock) {
        return new Users(database.stores(), passwords, sessions, attempts, clock);
    }

    @Bean
    static UserCount userCount(Users users) {
        return users::count;
    }

    @Bean
    static OneTimePasswords oneTimePasswords(Users users) {
        return users::createWithOneTimePassword;
    }

    @Bean
    static Sessions sessions(Database database, Settings settings, Clock clock) {
        return new Sessions(
                database.stores(),
                new SessionSeal(
                        new Secrets(settings.dataDir()).jwtSecret(settings).value()),
                settings.refreshToken(),
                clock);
    }

    @Bean
    static Cleaning cleaning(Sessions sessions, LoginAttempts attempts) {
        return Cleaning.start(List.of(sessions::removeOld, attempts::removeOld));
    }

    @Bean
    static Logins logins(
            Users users,
            Passwords passwords,
            LoginAttempts attempts,
            SecondFactors factors,
            Sessions sessions,
            Tokens tokens,
            Tenants tenants,
            ObjectProvider<SecurityWatch> watches) {
        return new Logins(users, passwords, attempts, factors, sessions, tokens, tenants, watches);
    }

    @Bean
    static UsersLogins usersLogins(Sessions sessions, SecondFactors factors, ObjectProvider<SecurityWatch> watches) {
        return new UsersLogins(sessions, factors, watches);
    }

    @Bean
    static PasswordResets passwordResets(
            Database database,
            Users users,
            Passwords passwords,
            Sessions sessions,
            Tenants tenants,
            ObjectProvider<SecurityWatch> watches,
            Settings settings,
            Clock clock) {
        return new PasswordResets(
                database.stores(), users, passwords, sessions, tenants, watches, settings.passwordReset(), clock);
    }

    @Bean
    static SecondFactors secondFactors(Database database, PersonalData keys, Clock clock) {
        return new SecondFactors(database.stores(), keys, clock);
    }

    @Bean
    static TotpLogins totpLogins(Logins logins, LoginAttempts attempts, SecondFactors factors) {
        return new TotpLogins(logins, attempts, factors);
    }

    @Bean
    static Tokens tokens(Settings settings, Sessions sessions, Clock clock) {
        String secret = new Secrets(settings.dataDir()).jwtSecret(settings).value();
        return new Tokens(secret, sessions, settings.accessToken(), clock);
    }

    @Bean
    static SignedInUsers signedInUsers(Sessions sessions, Grants grants) {
        return new SignedInUsers(sessions, grants);
    }

    @Bean
    static BearerTokens bearerTokens(
            Tokens tokens,
            SignedInUsers signedIn,
            Users users,
            Tenants tenants,
            Grants grants,
            Settings settings,
            Clock clock) {
        return new BearerTokens(
                tokens,
                signedIn,
                settings.oidc()
                        .map(provider -> new OutsideProvider(
                                new ProviderTokens(provider, new ProviderKeys(provider), clock),
                                new ProviderUsers(provider, users, tenants, grants))));
    }

    /**
     * Headers are checked each time somebody looks at one. They come as ISO 8859-1, of which two ranges are no text; by
     * the regular expression that is usual, which knows all of Unicode, that took a twentieth of the program's time.
     */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(name -> name.chars().allMatch(SecuritySettings::isText));
        firewall.setAllowedHeaderValues(value -> value.chars().allMatch(each -> isText(each) || each == '\t'));
        return firewall;
    }

    private static boolean isText(int latin) {
        return (latin >= 0x20 && latin < 0x7f) || (latin >= 0xa0 && latin <= 0xff);
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            AccessRules rules,
            BearerTokens tokens,
            ApiKeys keys,
            ClientAddress addresses,
            Errors errors,
            RateLimitFilter limits) {
        return http.csrf(AbstractHttpConfigurer::disable) // there is no cookie to ride on
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(state -> state.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(routes -> routes.anyRequest().access(rules))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(limits.counting(errors))
                        .accessDeniedHandler(errors)
                        .bearerTokenResolver(onlyWhereAsked(rules))
                        .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(tokens)))
                .addFilterBefore(
                        new ApiKeyFilter(keys, addresses, rules::isOpen, limits.counting(errors)),
                        BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new KnownCaller(), AuthorizationFilter.class)
                .addFilterBefore(limits, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(errors).accessDeniedHandler(errors))
                .build();
    }

    /** A token that has expired must not keep its owner from logging in anew. */
    private static BearerTokenResolver onlyWhereAsked(AccessRules rules) {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return request -> rules.isOpen(request) || ApiKeyFilter.sentBy(request) ? null : header.resolve(request);
    }
}
