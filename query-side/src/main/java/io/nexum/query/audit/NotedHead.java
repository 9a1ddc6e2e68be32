package io.nexum.query.audit;

import io.nexum.kernel.log.HashChain;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a log ended at some time, noted somewhere else: whoever holds it can tell later whether the log was cut or
 * rewritten. Written {@code position:hash}.
 *
 * @param hash in hexadecimal, small letters
 */
public record NotedHead(long position, String hash) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + 2 * HashChain.HASH_LENGTH + "}");
    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{" + 2 * HashChain.HASH_LENGTH + "})");

    /** @throws IllegalArgumentException if the hash isn't one */
    public NotedHead {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("a hash is " + 2 * HashChain.HASH_LENGTH + " digits 0-9, a-f");
        }
    }

    /** @throws IllegalArgumentException if it isn't {@code position:hash} */
    public static NotedHead parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a noted head is <position>:<hash in hexadecimal, 64 digits>, not '" + text + "'");
        }
        return new NotedHead(Long.parseLong(parts.group(1)), parts.group(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
