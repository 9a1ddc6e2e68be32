package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordTextTest extends BankApiTest {
    @ParameterizedTest
    @CsvSource({
        "/auth/login, password",
        "/rbac/auth/change-password?user_id=00000000-0000-0000-0000-000000000000, old_password",
        "/rbac/auth/change-password?user_id=00000000-0000-0000-0000-000000000000, new_password",
        "/rbac/users, password"
    })
    void a_password_of_half_a_character_is_refused_as_any_bad_value(String route, String field) {
        Answer answer = api().post(route, """
                {"username": "somebody", "email": "a@b.example", "full_name": "A", "roles": [],
                 "old_password": "long enough", "new_password": "long enough", "%s": "%s"}
                """.replace("\"" + field + "\": \"long enough\", ", "")
                .formatted(field, "\\ud800 is one half"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("errors/0/field")).isEqualTo(field);
    }
}
