package io.nexum.gateway.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238, appendix B, SHA-1: the last 6 of its 8 digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_rfc(long second, String digits) {
        Instant at = Instant.ofEpochSecond(second);

        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(digits.substring(2));
        assertThat(Totp.stepOf(SECRET, digits.substring(2), at)).hasValue(second / 30);
    }

    @Test
    void a_code_counts_one_step_early_or_late_and_no_more() {
        Instant at = Instant.ofEpochSecond(1_111_111_109);
        long step = Totp.step(at);

        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2), at)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 1), at)).hasValue(step - 1);
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 1), at)).hasValue(step + 1);
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 2), at)).isEmpty();
    }

    @Test
    void a_secret_is_told_as_apps_read_it() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.uri("Nexum acme", "ada@bank", SECRET))
                .isEqualTo("otpauth://totp/Nexum%20acme:ada%40bank?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Nexum%20acme&algorithm=SHA1&digits=6&period=30");
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"'', ''", "fooba, MZXW6YTB"})
    void base32_is_that_of_the_rfc(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void bytes_that_would_need_padding_are_refused_for_apps_do_not_read_it() {
        assertThatIllegalArgumentException().isThrownBy(() -> Totp.base32("foobar".getBytes(US_ASCII)));
    }
}
