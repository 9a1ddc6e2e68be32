package io.nexum.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls inside the command side: the ring around Axon, the store, and the decisions that know neither. */
class ArchitectureTest {
    private static final JavaClasses COMMAND_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum.command");

    /** All but the ring, the store, and the two classes that set the command side up. */
    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAPackage("io.nexum.command..")
            .and(not(resideInAnyPackage("io.nexum.command.axon..", "io.nexum.command.store..")))
            .and(not(nameMatching("io\\.nexum\\.command\\.(CommandSide|EventStoreSchema)(\\$.*)?")))
            .as("the domain");

    @Test
    void only_the_ring_names_axon() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.nexum.command.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(COMMAND_SIDE);
    }

    @Test
    void the_domain_knows_no_database_and_no_framework() {
        noClasses()
                .that(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.springframework..",
                        "org.axonframework..",
                        "org.flywaydb..",
                        "org.postgresql..",
                        "com.github.benmanes..")
                .check(COMMAND_SIDE);
    }

    @Test
    void the_domain_knows_neither_the_ring_nor_the_store() {
        noClasses()
                .that(DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.nexum.command.axon..", "io.nexum.command.store..")
                .check(COMMAND_SIDE);
    }

    @Test
    void the_domain_takes_time_and_ids_from_the_command() {
        noClasses()
                .that(DOMAIN)
                .should()
                .accessTargetWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
                .orShould()
                .accessTargetWhere(target(nameMatching("currentTimeMillis|nanoTime|randomUUID")))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random|java\\.security\\.SecureRandom"
                        + "|java\\.util\\.concurrent\\.ThreadLocalRandom")
                .check(COMMAND_SIDE);
    }

    @Test
    void no_part_of_the_business_depends_on_itself_by_a_detour() {
        slices().matching("io.nexum.command.(*)..").should().beFreeOfCycles().check(COMMAND_SIDE);
    }
}
