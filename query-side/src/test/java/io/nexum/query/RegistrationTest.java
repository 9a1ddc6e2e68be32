package io.nexum.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nexum.kernel.Query;
import io.nexum.query.readmodel.Projection;
import io.nexum.query.readmodel.Projections;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would do nothing if it were forgotten. */
class RegistrationTest {
    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void every_projection_sees_the_log() {
        Set<String> projections = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.nexum.query")
                        .stream()
                        .filter(type -> type.isAssignableTo(Projection.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(new Projections(TestBank.TENANT, 0, bank.keys).names()).isEqualTo(projections);
    }

    @Test
    void somebody_answers_the_queries_of_every_context() {
        Set<String> contexts = new ClassFileImporter()
                .importPackages("io.nexum.kernel").stream()
                        .filter(type -> type.isInterface()
                                && type.getRawInterfaces().stream()
                                        .anyMatch(parent -> parent.isEquivalentTo(Query.class)))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(contexts).hasSizeGreaterThan(10);
        assertThat(bank.queries().contexts().stream().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(contexts);
    }
}
