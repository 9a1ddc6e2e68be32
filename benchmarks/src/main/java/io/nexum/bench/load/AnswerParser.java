package io.nexum.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one HTTP/1.1 answer after the other from bytes as they come in, in pieces of any size, and keeps only what a
 * load generator asks for: the status, whether the connection ends, and the beginning of a refusal's body.
 */
final class AnswerParser {
    private static final int MAX_LINE_LENGTH = 16_384;
    private static final int MAX_BODY_KEPT = 2_000;
    private static final int FIRST_STATUS_OF_FAILURES = 300;
    private static final int STATUS_OFFSET = "HTTP/1.1 ".length();

    private enum Expects {
        STATUS_LINE,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        END_OF_CHUNK,
        TRAILER,
        NOTHING
    }

    private final byte[] line = new byte[MAX_LINE_LENGTH];
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int lineLength;
    private Expects expects = Expects.STATUS_LINE;
    private int status;
    private long remaining;
    private boolean chunked;
    private boolean closes;

    /** Forgets the last answer and expects the next. */
    void reset() {
        lineLength = 0;
        expects = Expects.STATUS_LINE;
        status = 0;
        remaining = 0;
        chunked = false;
        closes = false;
        body.reset();
    }

    /**
     * Takes what belongs to the answer and leaves the rest.
     *
     * @return whether the answer is complete
     * @throws IOException if these bytes are no HTTP/1.1 answer
     */
    boolean take(ByteBuffer bytes) throws IOException {
        while (expects != Expects.NOTHING && bytes.hasRemaining()) {
            switch (expects) {
                case BODY -> takeData(bytes, Expects.NOTHING);
                case CHUNK -> takeData(bytes, Expects.END_OF_CHUNK);
                default -> takeLine(bytes);
            }
        }
        return expects == Expects.NOTHING;
    }

    /** Whether nothing of the answer has come yet. */
    boolean untouched() {
        return expects == Expects.STATUS_LINE && lineLength == 0;
    }

    int status() {
        return status;
    }

    boolean succeeded() {
        return status >= 200 && status < FIRST_STATUS_OF_FAILURES;
    }

    /** Whether the server closes the connection after this answer. */
    boolean closes() {
        return closes;
    }

    /** How the body of an answer that is no success begins. */
    String failure() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private void takeData(ByteBuffer bytes, Expects then) {
        int taken = (int) Math.min(remaining, bytes.remaining());
        if (status >= FIRST_STATUS_OF_FAILURES) {
            for (int i = 0; i < Math.min(taken, MAX_BODY_KEPT - body.size()); i++) {
                body.write(bytes.get(bytes.position() + i));
            }
        }
        bytes.position(bytes.position() + taken);
        remaining -= taken;
        if (remaining == 0) {
            expects = then;
        }
    }

    private void takeLine(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n') {
                int length = lineLength > 0 && line[lineLength - 1] == '\r' ? lineLength - 1 : lineLength;
                lineLength = 0;
                endOfLine(length);
                return;
            }
            if (lineLength == MAX_LINE_LENGTH) {
                throw new IOException("a line of the answer is longer than " + MAX_LINE_LENGTH + " bytes");
            }
            line[lineLength++] = next;
        }
    }

    private void endOfLine(int length) throws IOException {
        switch (expects) {
            case STATUS_LINE -> statusLine(length);
            case HEADER -> header(length);
            case CHUNK_SIZE -> chunkSize(length);
            case END_OF_CHUNK -> expects = Expects.CHUNK_SIZE;
            case TRAILER -> expects = length == 0 ? Expects.NOTHING : Expects.TRAILER;
            default -> throw new IllegalStateException("no line is expected in a body");
        }
    }

    private void statusLine(int length) throws IOException {
        if (length < STATUS_OFFSET + 3 || !text(0, STATUS_OFFSET).equals("HTTP/1.1 ")) {
            throw new IOException("no HTTP/1.1 answer: " + text(0, length));
        }
        status = (int) number(text(STATUS_OFFSET, STATUS_OFFSET + 3), 10);
        expects = Expects.HEADER;
    }

    private void header(int length) throws IOException {
        if (length == 0) {
            endOfHead();
        } else if (startsWith("content-length:", length)) {
            remaining = number(valueAfter("content-length:", length), 10);
        } else if (startsWith("transfer-encoding:", length)) {
            chunked = valueAfter("transfer-encoding:", length)
                    .toLowerCase(Locale.ROOT)
                    .endsWith("chunked");
        } else if (startsWith("connection:", length)) {
            closes = valueAfter("connection:", length).equalsIgnoreCase("close");
        }
    }

    private void endOfHead() {
        if (status < 200) {
            expects = Expects.STATUS_LINE;
        } else if (chunked) {
            expects = Expects.CHUNK_SIZE;
        } else {
            expects = remaining == 0 ? Expects.NOTHING : Expects.BODY;
        }
    }

    private void chunkSize(int length) throws IOException {
        String size = text(0, length);
        int extension = size.indexOf(';');
        remaining = number((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
        expects = remaining == 0 ? Expects.TRAILER : Expects.CHUNK;
    }

    private boolean startsWith(String lowerCase, int length) {
        if (length < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int letter = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + ('a' - 'A') : line[i];
            if (letter != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String valueAfter(String name, int length) {
        return text(name.length(), length).strip();
    }

    private String text(int from, int to) {
        return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static long number(String digits, int radix) throws IOException {
        try {
            return Long.parseUnsignedLong(digits, radix);
        } catch (NumberFormatException e) {
            throw new IOException("'" + digits + "' is no number", e);
        }
    }
}
