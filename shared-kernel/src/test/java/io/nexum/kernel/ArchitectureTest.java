package io.nexum.kernel;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the vocabulary may know of the world: the Java platform, JSON, and nothing else. */
class ArchitectureTest {
    private static final JavaClasses KERNEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum.kernel");

    @Test
    void the_kernel_depends_on_no_other_module_and_on_no_framework_but_jackson() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.nexum.kernel..",
                        "java..",
                        "javax.crypto..",
                        "javax.sql..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "org.jspecify.annotations..")
                .check(KERNEL);
    }

    @Test
    void the_kernel_speaks_to_no_database_file_or_network_but_where_both_sides_get_their_connections() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.nexum.kernel.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..", "java.nio.file..", "java.util.logging..")
                .check(KERNEL);
    }

    @Test
    void the_kernel_has_no_clock_and_no_dice() {
        noClasses()
                .should()
                .accessTargetWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .accessTargetWhere(target(nameMatching("currentTimeMillis|nanoTime|randomUUID")))
                .check(KERNEL);
    }

    @Test
    void only_the_json_and_the_log_read_and_write_json() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.nexum.kernel.json..", "io.nexum.kernel.log..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(KERNEL);
    }
}
