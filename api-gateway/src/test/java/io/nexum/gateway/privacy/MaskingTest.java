package io.nexum.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    void a_name_keeps_its_first_letter_and_an_address_its_domain() {
        assertThat(Masking.masked("Johnson")).isEqualTo("J***");
        assertThat(Masking.masked("ada@example.com")).isEqualTo("a***@example.com");
        assertThat(Masking.masked("𝒜da")).isEqualTo("𝒜***");
    }

    @Test
    void what_is_erased_or_empty_stays() {
        assertThat(Masking.masked("[erased]")).isEqualTo("[erased]");
        assertThat(Masking.masked("")).isEmpty();
    }
}
