package io.nexum.gateway.http;

import io.nexum.kernel.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How Spring reads and writes bodies, and what it hands to controllers. */
@Configuration(proxyBeanMethods = false)
public class HttpSettings implements WebMvcConfigurer {
    private static final Set<String> OTHER_FORMATS = Set.of("yaml", "xml", "cbor", "x-jackson-smile");

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
        builder.withJsonConverter(new JacksonJsonHttpMessageConverter(Json.MAPPER))
                .configureMessageConvertersList(converters -> converters.removeIf(HttpSettings::readsOtherThanJson));
    }

    /** Libraries on the class path bring other formats along, which would be read without our bounds and checks. */
    private static boolean readsOtherThanJson(HttpMessageConverter<?> converter) {
        return !converter.getClass().getName().startsWith("io.nexum.")
                && converter.getSupportedMediaTypes().stream()
                        .anyMatch(type -> OTHER_FORMATS.contains(type.getSubtype()));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/v3/api-docs", "/openapi.json");
    }

    /** What goes wrong before a request reaches this program is answered in its shape too. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver(clock));
    }
}
