package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.BodyConverter;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of the document are read by the very code that reads requests. */
class ExamplesTest {
    private static final Examples EXAMPLES = new Examples();

    private static Stream<Method> operations() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.nexum.gateway")
                        .stream()
                        .filter(type -> type.getSimpleName().endsWith("Controller"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Operation.class));
    }

    private static String id(Method method) {
        String given = method.getAnnotation(Operation.class).operationId();
        return WireNames.snakeCase(given.isEmpty() ? method.getName() : given);
    }

    private static Stream<Class<?>> bodies(Method method) {
        return Arrays.stream(method.getParameterTypes()).filter(Body.class::isAssignableFrom);
    }

    @TestFactory
    Stream<DynamicTest> every_request_example_is_accepted_by_its_own_route() {
        List<Method> withBody = operations()
                .filter(method -> bodies(method).findAny().isPresent())
                .toList();
        assertThat(withBody).hasSizeGreaterThan(20);
        return withBody.stream()
                .map(method -> dynamicTest(id(method), () -> {
                    Class<? extends Body> type =
                            bodies(method).findFirst().orElseThrow().asSubclass(Body.class);
                    assertThat(BodyConverter.read(EXAMPLES.of(id(method)).get("request"), type))
                            .isNotNull();
                }));
    }

    @Test
    void no_example_is_of_an_operation_that_is_gone() {
        assertThat(EXAMPLES.operations())
                .isSubsetOf(operations().map(ExamplesTest::id).toList());
    }
}
