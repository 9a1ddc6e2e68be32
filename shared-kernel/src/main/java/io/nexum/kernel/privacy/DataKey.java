package io.nexum.kernel.privacy;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of all personal data of one person or company. Once it is destroyed, nobody reads them again.
 *
 * <p>Each nonce is made of the value itself and of where it stands, by a key of its own: the same value in the same
 * place becomes the same envelope, so what is built twice from the log is equal twice; two values never share a nonce.
 */
public final class DataKey {
    private static final String NAME = "d1";

    private final TenantId tenant;
    private final StreamId subject;
    private final SecretKeySpec values;
    private final SecretKeySpec nonces;

    DataKey(TenantId tenant, StreamId subject, byte[] key) {
        this.tenant = tenant;
        this.subject = subject;
        this.values = Aes.derive(Aes.key(key), "nexum values");
        this.nonces = Aes.derive(Aes.key(key), "nexum nonces");
    }

    /** @param field where it stands, as in {@code contact.email}; it can't be opened in another place */
    public String seal(String field, String plain) {
        String bound = bound(field);
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        byte[] place = (bound + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(Aes.hmac(nonces, place, bytes), Aes.NONCE_BYTES);
        return new Envelope(NAME, nonce, Aes.encrypt(values, nonce, bound, bytes)).toString();
    }

    /** @throws WrongKeyException if it was sealed by another key, in another place, or changed since */
    public String open(String field, Envelope sealed) {
        return new String(
                Aes.decrypt(values, sealed.nonce(), bound(field), sealed.ciphertext()), StandardCharsets.UTF_8);
    }

    private String bound(String field) {
        return tenant + "\n" + subject + "\n" + field;
    }
}
