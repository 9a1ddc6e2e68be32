package io.nexum.gateway.security;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.web.util.UriUtils;

/** Codes that follow from a secret and the time (RFC 6238), as authenticator apps show them: SHA-1, 6 digits, 30 s. */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int DRIFT_STEPS = 1;
    private static final int BASE32_BYTES = 5;

    private static final Base32 BASE32 = new Base32();
    private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(DIGITS);

    private Totp() {}

    static long step(Instant at) {
        return at.getEpochSecond() / STEP_SECONDS;
    }

    static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key is good for an HMAC", e);
        }
    }

    /** The time step of a code that is right now, or was or will be one step away: clocks differ. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        byte[] sent = code.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - DRIFT_STEPS, step(now) + DRIFT_STEPS)
                .filter(step -> MessageDigest.isEqual(sent, code(secret, step).getBytes(StandardCharsets.UTF_8)))
                .max();
    }

    /** What an app makes of a QR code, as the apps have agreed on it. */
    static String uri(String issuer, String account, byte[] secret) {
        String label = UriUtils.encode(issuer, StandardCharsets.UTF_8) + ":"
                + UriUtils.encode(account, StandardCharsets.UTF_8);
        return "otpauth://totp/" + label + "?secret=" + base32(secret) + "&issuer="
                + UriUtils.encode(issuer, StandardCharsets.UTF_8) + "&algorithm=SHA1&digits=" + DIGITS + "&period="
                + STEP_SECONDS;
    }

    /** RFC 4648, without padding: all that is written here has a multiple of five bytes. */
    static String base32(byte[] bytes) {
        if (bytes.length % BASE32_BYTES != 0) {
            throw new IllegalArgumentException("a multiple of 5 bytes, not " + bytes.length);
        }
        return BASE32.encodeToString(bytes);
    }
}
