package io.nexum.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.nexum.kernel.json.PersonalFields;
import io.nexum.kernel.privacy.Personal;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The masking finds what is personal in records, and in the lists and optionals of records that they hold. Nothing that
 * a route answers may keep it anywhere else.
 */
class EveryAnswerIsMaskedTest {
    record Person(@Personal String name) {}

    record Named(List<Optional<Person>> people) {}

    record Boxed<T>(T content) {}

    record Hiding(Boxed<Person> boxed, Map<String, Person> byName) {}

    @Test
    void what_is_personal_stands_where_the_masking_finds_it() {
        List<Method> routes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.nexum.gateway").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(RequestMapping.class)
                                || method.isMetaAnnotatedWith(RequestMapping.class))
                        .map(JavaMethod::reflect)
                        .toList();

        assertThat(routes.stream().filter(route -> holdsPersonal(body(route), new HashSet<>())))
                .hasSizeGreaterThan(10);
        assertThat(routes)
                .allSatisfy(route -> assertThat(hidden(body(route), new HashSet<>()))
                        .as(route.toString())
                        .isEmpty());
    }

    @Test
    void the_test_finds_what_is_hidden() {
        assertThat(hidden(Named.class, new HashSet<>())).isEmpty();
        assertThat(PersonalFields.of(Named.class).none()).isFalse();
        assertThat(hidden(Hiding.class, new HashSet<>())).containsExactly("boxed", "byName");
    }

    private static Type body(Method route) {
        Type type = route.getGenericReturnType();
        boolean wrapped = type instanceof ParameterizedType of && of.getRawType() == ResponseEntity.class;
        Type answer = wrapped ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
        return innermost(answer);
    }

    /** The components that the masking would pass over. */
    private static List<String> hidden(Type type, Set<Type> seen) {
        if (!(type instanceof Class<?> record) || !record.isRecord()) {
            return holdsPersonal(type, new HashSet<>()) ? List.of(type.getTypeName()) : List.of();
        }
        List<String> hidden = new ArrayList<>();
        if (!seen.add(type)) {
            return hidden;
        }
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.isAnnotationPresent(Personal.class)) {
                Type inner = innermost(component.getGenericType());
                boolean looked = inner instanceof Class<?> within && within.isRecord();
                if (!looked && holdsPersonal(inner, new HashSet<>())) {
                    hidden.add(component.getName());
                } else if (looked) {
                    hidden.addAll(hidden(inner, seen));
                }
            }
        }
        return hidden;
    }

    private static Type innermost(Type type) {
        return type instanceof ParameterizedType of
                        && (of.getRawType() == Optional.class || of.getRawType() == List.class)
                ? innermost(of.getActualTypeArguments()[0])
                : type;
    }

    /** Whether a value of the type can hold anything personal, wherever. */
    private static boolean holdsPersonal(Type type, Set<Type> seen) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case ParameterizedType of ->
                Stream.concat(Stream.of(of.getRawType()), Arrays.stream(of.getActualTypeArguments()))
                        .anyMatch(part -> holdsPersonal(part, seen));
            case Class<?> record
            when record.isRecord() ->
                Arrays.stream(record.getRecordComponents())
                        .anyMatch(component -> component.isAnnotationPresent(Personal.class)
                                || holdsPersonal(component.getGenericType(), seen));
            case Class<?> sealedType
            when sealedType.isSealed() ->
                Arrays.stream(sealedType.getPermittedSubclasses()).anyMatch(part -> holdsPersonal(part, seen));
            default -> false;
        };
    }
}
