package io.nexum.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "Straße", "東京", "a 🏦 bank", "O'Neill; DROP TABLE event --"})
    void what_people_write_is_kept(String text) {
        assertThat(Text.required("name", "  " + text + "\n", 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\nb",
                "a\tb",
                "a\u007fb",
                "a\u0085b",
                "a\u001bb",
                "\ud83c",
                "a\ud83cb",
                "\udfe6",
                "\udfe6\ud83c"
            })
    void control_characters_and_half_pairs_are_refused(String text) {
        assertRefused("name", () -> Text.required("name", text, 100));
        assertRefused("name", () -> Text.optional("name", text, 100));
    }

    @Test
    void a_text_has_at_most_its_length_without_the_white_space_around_it() {
        assertThat(Text.required("name", "  abc  ", 3)).isEqualTo("abc");
        assertRefused("name", () -> Text.required("name", "abcd", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void an_empty_text_is_refused_where_one_is_required(String text) {
        assertRefused("name", () -> Text.required("name", text, 3));
        assertThat(Text.optional("name", text, 3)).isEmpty();
    }

    private static void assertRefused(String field, Runnable reading) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(reading::run)
                .satisfies(e -> assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.INVALID))
                .satisfies(e -> assertThat(e.refusal().field()).isEqualTo(field));
    }
}
