package io.nexum.gateway.openapi;

import io.nexum.gateway.http.Caller;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the OpenAPI document say what is so on the wire: names, words, money, examples. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    ApiDocument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    WireNames wireNames() {
        return new WireNames();
    }

    @Bean
    Examples examples() {
        return new Examples();
    }

    @Bean
    OperationCustomizer examplesOfOperations(Examples examples) {
        return (operation, method) -> {
            operation.setOperationId(WireNames.snakeCase(operation.getOperationId()));
            examples.attach(operation);
            CommonParameters.describe(operation, method);
            RouteAccess.describe(operation, method);
            return operation;
        };
    }
}
