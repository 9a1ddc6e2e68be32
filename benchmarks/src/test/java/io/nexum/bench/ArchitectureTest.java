package io.nexum.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the modules, and the names that none of them may use. */
class ArchitectureTest {
    private static final JavaClasses NEXUM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum");

    @Test
    void every_module_is_looked_at() {
        Set<String> modules = NEXUM.stream()
                .map(type -> type.getPackageName().split("\\.", 4)[2])
                .collect(Collectors.toSet());

        assertThat(modules).containsExactlyInAnyOrder("kernel", "command", "query", "gateway", "bench");
    }

    @Test
    void arrows_point_from_the_gateway_to_the_two_sides_and_from_them_to_the_kernel() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("kernel")
                .definedBy("io.nexum.kernel..")
                .layer("command")
                .definedBy("io.nexum.command..")
                .layer("query")
                .definedBy("io.nexum.query..")
                .layer("gateway")
                .definedBy("io.nexum.gateway..")
                .layer("bench")
                .definedBy("io.nexum.bench..")
                .whereLayer("kernel")
                .mayNotAccessAnyLayer()
                .whereLayer("command")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("query")
                .mayOnlyAccessLayers("kernel")
                .whereLayer("gateway")
                .mayOnlyAccessLayers("kernel", "command", "query")
                .whereLayer("bench")
                .mayNotBeAccessedByAnyLayer()
                .check(NEXUM);
    }

    @Test
    void only_the_ring_of_the_command_side_names_axon() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.nexum.command.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(NEXUM);
    }

    @Test
    void packages_are_named_after_the_business_and_not_after_a_layer() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..impl..", "..dto..", "..service..", "..helper..")
                .check(NEXUM);
    }

    @Test
    void classes_are_named_after_what_they_are() {
        for (String ending : List.of("Util", "Utils", "Helper", "Manager", "Impl", "Dto")) {
            noClasses().should().haveSimpleNameEndingWith(ending).check(NEXUM);
        }
    }

    /** Without the mark the compiler checks nothing in the package. */
    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked = NEXUM.stream()
                .map(type -> type.getPackage())
                .filter(javaPackage -> !isNullMarked(javaPackage))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
    }
}
