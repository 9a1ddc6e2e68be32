package io.nexum.gateway.http;

import io.nexum.gateway.settings.Settings;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of the listed origins call the API from a browser. Where none is listed there is nothing to answer. */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {
    @Bean
    static FilterRegistrationBean<CorsFilter> corsFilter(Settings settings) {
        List<String> origins = settings.web().corsOrigins();
        UrlBasedCorsConfigurationSource everyRoute = new UrlBasedCorsConfigurationSource();
        everyRoute.registerCorsConfiguration("/**", allowed(origins));
        CorsFilter filter = new CorsFilter(everyRoute);
        filter.setCorsProcessor(new ProblemForOthers());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        registration.setEnabled(!origins.isEmpty());
        return registration;
    }

    private static CorsConfiguration allowed(List<String> origins) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins);
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "X-API-Key",
                CorrelationId.HEADER,
                "X-Dry-Run",
                "X-Tenant-ID"));
        allowed.setExposedHeaders(List.of(
                CorrelationId.HEADER,
                "Idempotent-Replayed",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Retry-After",
                "X-Dry-Run"));
        allowed.setMaxAge(Duration.ofHours(1));
        return allowed;
    }

    private static final class ProblemForOthers extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            Problem problem = Problem.of(
                    HttpStatus.FORBIDDEN, "origin-not-allowed", "pages of this origin may not do that with the API");
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().set("Content-Type", Problem.MEDIA_TYPE);
            response.getBody().write(Json.bytes(problem));
            response.flush();
        }
    }
}
