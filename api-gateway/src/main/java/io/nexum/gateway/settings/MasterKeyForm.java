package io.nexum.gateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A master key as operators write it: 32 random bytes in base64, of either alphabet. */
public final class MasterKeyForm {
    static final String WANTED = "32 bytes in base64, as `openssl rand -base64 32` prints them";
    private static final int BYTES = 32;

    private MasterKeyForm() {}

    /** @throws IllegalArgumentException if it is no such key; the message doesn't repeat it */
    public static byte[] bytes(String text) {
        byte[] key = decoded(text.strip().replace('+', '-').replace('/', '_'));
        if (key.length != BYTES) {
            throw new IllegalArgumentException("it has " + key.length + " bytes");
        }
        return key;
    }

    static String checked(String text) {
        bytes(text);
        return text;
    }

    /** The key that a file holds. */
    static String inFile(String path) {
        try {
            return checked(Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file can't be read: " + e.getMessage(), e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("it is no base64");
        }
    }
}
