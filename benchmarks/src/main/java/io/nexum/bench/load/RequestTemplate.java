package io.nexum.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A POST written once, whose variable places are filled in for each request without any parsing or formatting. */
public final class RequestTemplate {
    private static final char MARK = '\u0001';

    private final byte[] bytes;
    private final int[] slotOffsets;

    private RequestTemplate(byte[] bytes, int[] slotOffsets) {
        this.bytes = bytes;
        this.slotOffsets = slotOffsets;
    }

    /** A place of a fixed number of bytes, to be written into the path, the key or the body of a template. */
    public static String slot(int width) {
        return String.valueOf(MARK).repeat(width);
    }

    /**
     * @param key the idempotency key, commonly a slot; the template's slots count in the order path, key, body
     * @param json plain ASCII
     */
    public static RequestTemplate post(String path, String token, String key, String json) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.length() + "\r\n\r\n";
        byte[] bytes = (head + json).getBytes(StandardCharsets.US_ASCII);
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == MARK && (i == 0 || bytes[i - 1] != MARK)) {
                offsets.add(i);
            }
        }
        return new RequestTemplate(
                bytes, offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    public int length() {
        return bytes.length;
    }

    public int slots() {
        return slotOffsets.length;
    }

    /** Writes the template to the beginning of an empty buffer; its slots are still to be filled. */
    public void writeTo(ByteBuffer request) {
        request.put(0, bytes).position(0).limit(bytes.length);
    }

    /** @param value exactly as long as the slot */
    public void fill(ByteBuffer request, int slot, byte[] value) {
        request.put(slotOffsets[slot], value);
    }
}
