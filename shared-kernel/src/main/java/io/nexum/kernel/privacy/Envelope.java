package io.nexum.kernel.privacy;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something encrypted, with all that is needed to open it but the key: written
 * {@code enc1:<key>:<nonce>:<ciphertext>}, the last two in base64url.
 *
 * @param key which key encrypted it, as in {@code t2} for a tenant's second; letters and digits
 * @param nonce 12 bytes
 * @param ciphertext with the 16 bytes of the tag at its end
 */
@SuppressWarnings("ArrayRecordComponent") // opened and written, never compared
public record Envelope(String key, byte[] nonce, byte[] ciphertext) {
    private static final String VERSION = "enc1";
    private static final Pattern FORM = Pattern.compile(VERSION + ":([a-z0-9]{1,20}):([\\w-]{16}):([\\w-]{22,})");

    /** The envelope that a text is, or empty if the text is none. */
    public static Optional<Envelope> parse(String text) {
        if (!text.startsWith(VERSION)) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return Optional.of(new Envelope(parts.group(1), base64.decode(parts.group(2)), base64.decode(parts.group(3))));
    }

    /** @throws IllegalArgumentException if the text is no envelope */
    public static Envelope of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("an encrypted value is no envelope"));
    }

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return VERSION + ":" + key + ":" + base64.encodeToString(nonce) + ":" + base64.encodeToString(ciphertext);
    }
}
