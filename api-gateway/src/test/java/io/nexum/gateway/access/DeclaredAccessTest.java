package io.nexum.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every route says who may enter it. */
class DeclaredAccessTest {
    private static final List<JavaMethod> ROUTES = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("io.nexum.gateway").stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isAnnotatedWith(RequestMapping.class)
                            || method.isMetaAnnotatedWith(RequestMapping.class))
                    .toList();

    @Test
    void thereAreRoutesToLookAt() {
        assertThat(ROUTES).hasSizeGreaterThan(50);
    }

    @Test
    void aRouteDeclaresExactlyOneWayIn() {
        assertThat(ROUTES)
                .allSatisfy(route -> assertThat(Stream.of(Needs.class, ForEveryUser.class, OpenToAll.class)
                                .filter(route::isAnnotatedWith))
                        .as(route.getFullName())
                        .hasSize(1));
    }
}
