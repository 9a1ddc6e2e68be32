package io.nexum.gateway.http;

import io.nexum.kernel.json.Json;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How Spring reads and writes bodies, and what it hands to controllers. */
@Configuration(proxyBeanMethods = false)
public class HttpSettings implements WebMvcConfigurer {
    private final Clock clock;

    public HttpSettings(Clock clock) {
        this.clock = clock;
    }

    /** Bodies are read and written as the log is. */
    @Bean
    static JsonMapper jsonMapper() {
        return Json.MAPPER;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(Json.MAPPER));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver(clock));
    }
}
