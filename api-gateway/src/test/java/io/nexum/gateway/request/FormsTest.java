package io.nexum.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.customer.KycStatus;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T15:32:00.123456, 2026-01-31T15:32:00.123456Z",
        "2026-01-31T15:32, 2026-01-31T15:32:00Z",
        "2026-01-31 15:32:00, 2026-01-31T15:32:00Z",
        "2026-01-31T15:32:00Z, 2026-01-31T15:32:00Z",
        "2026-01-31T15:32:00+02:00, 2026-01-31T13:32:00Z",
        "2026-01-31T15:32:00 02:00, 2026-01-31T13:32:00Z",
        "2026-01-31T15:32:00-05:00, 2026-01-31T20:32:00Z"
    })
    void an_instant_is_read_with_and_without_time_and_zone(String text, Instant instant) {
        assertThat(Forms.instant(text)).isEqualTo(instant);
    }

    @Test
    void until_a_day_counts_the_day() {
        assertThat(Forms.until("2026-01-31")).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(Forms.until("2026-01-31T08:00:00")).isEqualTo("2026-01-31T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30",
                "2026-1-1",
                "+999999999-01-01",
                "2026-01-31T25:00:00",
                "2026-01-31Tx",
                ""
            })
    void what_is_no_instant_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.instant(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice@email.com",
                "15550101@temp-email.com",
                "emma.thompson@university.edu",
                "o'neil+x@a.co.uk",
                "jürgen@straße.de"
            })
    void an_address_is_an_e_mail(String text) {
        assertThat(Forms.email(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alice", "alice@", "@email.com", "a@b", "a b@c.de", "a@b@c.de", "a@.de", "a@b..de", "<a@b.de>"})
    void what_is_no_address_is_no_e_mail(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.email(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1-555-0101", "555 123-4567", "+49 (30) 1234567", "15550101"})
    void digits_with_their_usual_marks_are_a_phone(String text) {
        assertThat(Forms.phone(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "12", "+", "1234567890123456", "++15550101", "555-CALL-NOW"})
    void anything_else_is_no_phone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.phone(text));
    }

    @Test
    void a_word_is_read_in_any_letter_case_and_another_is_told_which_there_are() {
        assertThat(Forms.word(KycStatus.class).apply("Verified")).isEqualTo(KycStatus.VERIFIED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forms.word(KycStatus.class).apply("ok"))
                .withMessage("must be one of none, pending, verified, expired, rejected");
    }

    @Test
    void a_zone_is_a_place_or_utc() {
        assertThat(Forms.zone("America/Argentina/Ushuaia")).isEqualTo(ZoneId.of("America/Argentina/Ushuaia"));
        assertThat(Forms.zone("UTC")).isEqualTo(ZoneId.of("UTC"));
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.zone("Mars/Base"));
        assertThatIllegalArgumentException().isThrownBy(() -> Forms.zone("+02:00"));
    }

    @Test
    void the_last_day_there_is_ends_in_its_own_year() {
        assertThat(Forms.until("9999-12-31")).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(Forms.until("9999-12-30")).isEqualTo("9999-12-31T00:00:00Z");
    }
}
