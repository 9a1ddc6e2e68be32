package io.nexum.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nexum.kernel.DomainEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTest {
    @Test
    void every_event_has_exactly_one_stored_name() {
        Set<Class<?>> events = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.nexum.kernel")
                        .stream()
                        .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .collect(Collectors.toSet());

        assertThat(new HashSet<Class<?>>(EventTypes.all().values())).isEqualTo(events);
        assertThat(EventTypes.all()).hasSameSizeAs(events);
    }

    /** An event that a switch over its context's interface could miss would be a gap in every projection. */
    @Test
    void every_event_belongs_to_the_sealed_vocabulary_of_its_context() {
        Set<Class<?>> reachable = EventTypes.all().values().stream()
                .map(EventTypesTest::root)
                .flatMap(EventTypesTest::recordsUnder)
                .collect(Collectors.toSet());

        assertThat(reachable).isEqualTo(new HashSet<Class<?>>(EventTypes.all().values()));
        assertThat(reachable).allSatisfy(event -> {
            assertThat(event).isFinal();
            assertThat(event.isRecord()).isTrue();
        });
    }

    @Test
    void a_name_is_context_dot_event_dot_version() {
        assertThat(new TreeSet<>(EventTypes.all().keySet()))
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(_[a-z]+)*\\.[a-z]+(_[a-z]+)*\\.v[1-9][0-9]*"));
    }

    /** The interface right under {@link DomainEvent}, as {@code AccountEvent}. */
    private static Class<?> root(Class<?> event) {
        Class<?> sealed = Stream.of(event.getInterfaces())
                .filter(type -> type.isSealed() && DomainEvent.class.isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(event + " belongs to no sealed interface of events"));
        return List.of(sealed.getInterfaces()).contains(DomainEvent.class) ? sealed : root(sealed);
    }

    private static Stream<Class<?>> recordsUnder(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypesTest::recordsUnder)
                : Stream.of(type);
    }
}
