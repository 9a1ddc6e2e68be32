package io.nexum.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.http.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document says of just those operations that they take an idempotency key whose code asks for one. */
class IdempotencyHeaderTest extends BankApiTest {
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.nexum.gateway");

    @Test
    void operations_that_count_once_by_a_key_say_so() {
        List<String> asks = GATEWAY.stream()
                .filter(type -> type.getSimpleName().endsWith("Controller"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Operation.class))
                .filter(method -> asksForKey(method, new HashSet<>()))
                .map(IdempotencyHeaderTest::id)
                .toList();
        List<String> says = Routes.of(api())
                .operations()
                .filter(operation -> operation.parameters("header").contains("Idempotency-Key"))
                .map(Routes::id)
                .toList();
        assertThat(says).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(asks);
    }

    private static String id(JavaMethod method) {
        String given = method.getAnnotationOfType(Operation.class).operationId();
        return WireNames.snakeCase(given.isEmpty() ? method.getName() : given);
    }

    private static boolean asksForKey(JavaCodeUnit code, Set<JavaCodeUnit> seen) {
        return seen.add(code)
                && code.getCallsFromSelf().stream().anyMatch(call -> {
                    boolean asked = call.getTargetOwner().isEquivalentTo(Caller.class)
                            && call.getName().equals("money");
                    boolean ours = call.getTargetOwner().getPackageName().startsWith("io.nexum.gateway")
                            && !call.getTargetOwner().isEquivalentTo(Caller.class);
                    return asked
                            || (ours
                                    && call.getTarget()
                                            .resolveMember()
                                            .filter(JavaCodeUnit.class::isInstance)
                                            .map(JavaCodeUnit.class::cast)
                                            .filter(next -> asksForKey(next, seen))
                                            .isPresent());
                });
    }
}
