package io.nexum.gateway.openapi;

import io.nexum.gateway.http.Caller;
import io.nexum.kernel.PageRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the OpenAPI document say what is so on the wire: names, words, money, problems, examples. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    ApiDocument() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class);
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
    OperationCustomizer operations() {
        return (operation, method) -> {
            operation.setOperationId(WireNames.snakeCase(operation.getOperationId()));
            CommonParameters.describe(operation, method);
            ParameterWords.describe(operation);
            RouteAccess.describe(operation, method);
            ProblemResponses.describe(operation, method);
            return operation;
        };
    }

    /** What needs all operations, or all schemas, together. */
    @Bean
    OpenApiCustomizer wholeDocument(Examples examples) {
        return document -> {
            OperationNames.tellApart(document.getPaths());
            ProblemResponses.addTo(document.getComponents());
            RequestDecimals.describe(document);
            examples.attach(document.getPaths());
        };
    }
}
