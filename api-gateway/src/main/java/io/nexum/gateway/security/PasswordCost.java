package io.nexum.gateway.security;

/**
 * What each hash of a password costs. A check of a password goes by the cost that its hash was made at.
 *
 * @param rounds scrypt's N, a power of two
 */
public record PasswordCost(int rounds) {
    /**
     * scrypt with N = 2^14, r = 8, p = 5, one of the settings that OWASP's password storage guide holds equal: 16 MiB and
     * a fifth of a second. No setting makes it less; a test of something else may.
     */
    public static final PasswordCost STANDARD = new PasswordCost(1 << 14);
}
