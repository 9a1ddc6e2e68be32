package io.nexum.kernel.loan.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.nexum.kernel.json.Json;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LoanEntryKindTest {
    @Test
    void kinds_have_the_names_of_stored_entries() {
        var stored = Arrays.stream(
                        LoanEntry.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toSet());

        // Goodwill is stored as a payment that says where it came from.
        assertThat(EnumSet.complementOf(EnumSet.of(LoanEntryKind.GOODWILL)).stream()
                        .map(Json::wireName)
                        .collect(Collectors.toSet()))
                .isEqualTo(stored);
    }
}
