package io.nexum.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.role.BuiltInRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every operation of the API's document, asked by a holder of each built-in role and by nobody. */
class EveryRouteTest extends BankApiTest {
    private static final Set<String> PERMISSIONS =
            Permission.all().stream().map(Json::wireName).collect(Collectors.toUnmodifiableSet());

    /** @param permission what it asks for; absent if every user, or everyone, may enter */
    private record Operation(String method, String path, Optional<String> permission, String access) {
        String name() {
            return method + " " + path;
        }

        /** The path with ids that name nothing. */
        String nowhere() {
            return path.replaceAll("\\{[^}]+}", new UUID(0, 0).toString());
        }

        Answer askedBy(Api api) {
            boolean hasBody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
            return api.send(method, nowhere(), hasBody ? "{}" : "");
        }
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = api().get("/openapi.json").json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode node = method.getValue();
                    operations.add(new Operation(
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            Optional.of(node.at("/x-permission").asString("")).filter(word -> !word.isEmpty()),
                            node.at("/x-access").asString("")));
                }));
        return operations;
    }

    @Test
    void every_operation_says_who_may_enter() {
        assertThat(operations()).hasSizeGreaterThan(60).allSatisfy(operation -> {
            operation.permission().ifPresent(asked -> assertThat(PERMISSIONS).contains(asked));
            assertThat(operation.permission().isPresent() ? "" : operation.access())
                    .as(operation.name())
                    .isIn(operation.permission().isPresent() ? List.of("") : List.of("every_user", "open"));
        });
    }

    @TestFactory
    Stream<DynamicTest> a_role_enters_where_it_has_the_permission_and_nowhere_else() {
        List<Operation> operations = operations();
        return Arrays.stream(BuiltInRole.values())
                .map(role -> dynamicTest(role.name(), () -> {
                    Person holder = People.with(role.name());
                    for (Operation operation : operations) {
                        if (operation.permission().isPresent()) {
                            Permission asked = Permission.valueOf(
                                    operation.permission().get().toUpperCase(Locale.ROOT));
                            Answer answer = operation.askedBy(holder.api());
                            if (role.definition().permissions().contains(asked)) {
                                assertThat(answer.status())
                                        .as("%s lets %s in: %s", operation.name(), role, answer.text())
                                        .isNotIn(401, 403);
                            } else {
                                assertThat(answer.status())
                                        .as("%s keeps %s out", operation.name(), role)
                                        .isEqualTo(403);
                            }
                        }
                    }
                }));
    }

    @Test
    void nobody_enters_without_a_login_but_where_it_is_open_to_all() {
        Api nobody = new Api(NexumServer.running().base(), "");
        assertThat(operations())
                .filteredOn(operation -> !operation.access().equals("open"))
                .allSatisfy(operation -> assertThat(operation.askedBy(nobody).status())
                        .as(operation.name())
                        .isEqualTo(401));
    }
}
