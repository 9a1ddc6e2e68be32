package io.nexum.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
    @ParameterizedTest
    @CsvSource({"-1, 10, skip", "0, 0, limit", "0, 201, limit", "0, -5, limit", "-2147483648, 1, skip"})
    void a_page_out_of_bounds_is_refused_by_name(int skip, int limit, String field) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new PageRequest(skip, limit))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo(field))
                .satisfies(e -> assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.INVALID));
    }

    @Test
    void the_bounds_themselves_are_allowed() {
        assertThat(new PageRequest(0, 1).limit()).isOne();
        assertThat(new PageRequest(Integer.MAX_VALUE, PageRequest.MAX_LIMIT).limit())
                .isEqualTo(200);
    }

    @Test
    void a_mapped_page_keeps_its_place_in_the_list() {
        Page<Integer> page = new Page<>(List.of("a", "bb"), 10, 2, 17).map(String::length);

        assertThat(page).isEqualTo(new Page<>(List.of(1, 2), 10, 2, 17));
    }
}
