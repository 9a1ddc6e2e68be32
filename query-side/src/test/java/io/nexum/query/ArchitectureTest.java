package io.nexum.query;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls inside the query side. */
class ArchitectureTest {
    private static final JavaClasses QUERY_SIDE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum.query");

    /** What all parts stand on: it lists their projections, and they use its tools. */
    private static final DescribedPredicate<JavaClass> COMMON_GROUND =
            resideInAnyPackage("io.nexum.query.log..", "io.nexum.query.readmodel..");

    @Test
    void no_part_of_the_business_depends_on_itself_by_a_detour() {
        slices().matching("io.nexum.query.(*)..")
                .should()
                .beFreeOfCycles()
                .check(QUERY_SIDE.that(are(not(COMMON_GROUND))));
    }

    @Test
    void the_read_side_speaks_no_http_and_sends_no_command() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.nexum.kernel.Commands")
                .check(QUERY_SIDE);
    }
}
