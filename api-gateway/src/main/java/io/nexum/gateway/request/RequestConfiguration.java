package io.nexum.gateway.request;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Puts our readers of bodies and parameters before the framework's own. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new BodyConverter()).addCustomConverter(new YamlConverter());
    }

    /** Parameters have their bounds checked where they are read, by our own validator: not once more by the framework. */
    @Override
    public Validator getValidator() {
        return new Validator() {
            @Override
            public boolean supports(Class<?> type) {
                return true;
            }

            @Override
            public void validate(Object target, Errors errors) {}
        };
    }

    /** The adapter itself puts other resolvers behind its own, which would take the parameters first. */
    @Bean
    static BeanPostProcessor parametersFirst() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RequestMappingHandlerAdapter adapter) {
                    List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
                    resolvers.add(new ParameterResolver());
                    List<HandlerMethodArgumentResolver> own = adapter.getArgumentResolvers();
                    resolvers.addAll(own == null ? List.of() : own);
                    adapter.setArgumentResolvers(resolvers);
                }
                return bean;
            }
        };
    }
}
