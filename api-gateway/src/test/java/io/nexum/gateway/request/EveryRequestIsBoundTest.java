package io.nexum.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What clients send has a type and a bound, whichever route takes it. */
class EveryRequestIsBoundTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum.gateway");

    private static List<Class<?>> requests() {
        return GATEWAY.stream()
                .filter(type -> type.isAssignableTo(Request.class) || type.isAssignableTo(QueryParameters.class))
                .filter(JavaClass::isRecord)
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    @Test
    void every_request_can_be_bound() {
        assertThat(requests())
                .hasSizeGreaterThan(40)
                .allSatisfy(type -> assertThat(RecordBinding.of(type)).isNotNull());
    }

    @Test
    void every_text_and_every_list_of_a_request_has_a_bound() {
        List<String> unbounded = requests().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .flatMap(component -> unbounded(component, component.getAnnotatedType())
                        .map(what -> component.getDeclaringRecord().getSimpleName() + "." + component.getName() + what))
                .toList();

        assertThat(unbounded).isEmpty();
    }

    @Test
    void every_parameter_of_a_route_has_a_type_or_a_bound() {
        List<String> texts = GATEWAY.stream()
                .filter(type -> type.getSimpleName().endsWith("Controller"))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(EveryRequestIsBoundTest::unboundedParameters)
                .toList();

        assertThat(texts).isEmpty();
    }

    private static Stream<String> unboundedParameters(Method route) {
        return Arrays.stream(route.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class)
                        || parameter.isAnnotationPresent(PathVariable.class))
                .flatMap(parameter ->
                        unbounded(parameter, parameter.getAnnotatedType()).map(what -> named(route, parameter) + what));
    }

    private static String named(Method route, Parameter parameter) {
        return route.getDeclaringClass().getSimpleName() + "." + route.getName() + "." + parameter.getName();
    }

    /** What of a field, or of its items, has no bound. */
    private static Stream<String> unbounded(AnnotatedElement declared, AnnotatedType type) {
        Class<?> raw = Converters.raw(type.getType());
        if (declared.isAnnotationPresent(ConvertedBy.class) || isBounded(declared) || isBounded(type)) {
            return isItems(raw) ? unbounded(Converters.argument(type), Converters.argument(type)) : Stream.of();
        }
        if (raw == Optional.class) {
            return unbounded(Converters.argument(type), Converters.argument(type));
        }
        if (isItems(raw)) {
            return Stream.concat(
                    Stream.of(": how many"), unbounded(Converters.argument(type), Converters.argument(type)));
        }
        if (raw.isRecord()
                && !raw.isAnnotationPresent(ConvertedBy.class)
                && TextForms.of(raw).isEmpty()
                && !raw.getPackageName().startsWith("io.nexum.kernel.money")) {
            return Arrays.stream(raw.getRecordComponents())
                    .flatMap(part -> unbounded(part, part.getAnnotatedType()).map(what -> "." + part.getName() + what));
        }
        return raw == String.class ? Stream.of(": how long") : Stream.of();
    }

    private static boolean isItems(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw) && !Map.class.isAssignableFrom(raw);
    }

    private static boolean isBounded(AnnotatedElement element) {
        return Stream.concat(
                        Arrays.stream(element.getAnnotations()),
                        element instanceof RecordComponent component
                                ? Arrays.stream(component.getAccessor().getAnnotations())
                                : Stream.of())
                .map(Annotation::annotationType)
                .anyMatch(type -> type == ConvertedBy.class || isBound(type));
    }

    private static boolean isBound(Class<? extends Annotation> type) {
        return type.isAnnotationPresent(Constraint.class)
                && !type.getSimpleName().equals("NotBlank");
    }
}
