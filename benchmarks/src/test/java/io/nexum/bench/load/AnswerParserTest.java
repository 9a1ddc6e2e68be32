package io.nexum.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerParserTest {
    private static final String WITH_LENGTH =
            answer("HTTP/1.1 201 ", "Content-Type: application/json", "Content-Length: 7", "", "{\"a\":1}");
    private static final String IN_CHUNKS = answer(
            "HTTP/1.1 200 OK",
            "transfer-encoding: chunked",
            "",
            "5",
            "{\"a\":",
            "1a;ext=1",
            "abcdefghijklmnopqrstuvwxyz",
            "0",
            "Trailer: x",
            "",
            "");
    private static final String WITHOUT_BODY = "HTTP/1.1 204 No Content\r\nConnection: Close\r\n\r\n";
    private static final String REFUSAL =
            "HTTP/1.1 400 Bad Request\r\nCONTENT-LENGTH: 19\r\nConnection: keep-alive\r\n\r\n{\"detail\":\"no way\"}";

    @Test
    void answers_of_every_framing_are_read_wherever_their_bytes_are_split() throws IOException {
        for (String answer : new String[] {WITH_LENGTH, IN_CHUNKS, WITHOUT_BODY, REFUSAL}) {
            byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
            for (int split = 1; split < bytes.length; split++) {
                AnswerParser parser = new AnswerParser();
                assertThat(parser.take(ByteBuffer.wrap(bytes, 0, split))).isFalse();
                assertThat(parser.take(ByteBuffer.wrap(bytes, split, bytes.length - split)))
                        .isTrue();
                assertThat(parser.status()).isEqualTo(Integer.parseInt(answer.substring(9, 12)));
            }
        }
    }

    @Test
    void an_answer_takes_none_of_the_next_ones_bytes() throws IOException {
        AnswerParser parser = new AnswerParser();
        ByteBuffer bytes = ByteBuffer.wrap((WITH_LENGTH + IN_CHUNKS + REFUSAL).getBytes(StandardCharsets.US_ASCII));

        assertThat(parser.take(bytes)).isTrue();
        assertThat(parser.status()).isEqualTo(201);
        parser.reset();
        assertThat(parser.take(bytes)).isTrue();
        assertThat(parser.status()).isEqualTo(200);
        parser.reset();
        assertThat(parser.take(bytes)).isTrue();
        assertThat(parser.status()).isEqualTo(400);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void a_refusals_body_is_kept_and_a_successes_is_not() throws IOException {
        AnswerParser parser = new AnswerParser();
        parser.take(ByteBuffer.wrap(REFUSAL.getBytes(StandardCharsets.US_ASCII)));
        assertThat(parser.succeeded()).isFalse();
        assertThat(parser.failure()).isEqualTo("{\"detail\":\"no way\"}");

        parser.reset();
        parser.take(ByteBuffer.wrap(WITH_LENGTH.getBytes(StandardCharsets.US_ASCII)));
        assertThat(parser.succeeded()).isTrue();
        assertThat(parser.failure()).isEmpty();
    }

    @Test
    void the_end_of_the_connection_is_told() throws IOException {
        AnswerParser parser = new AnswerParser();
        parser.take(ByteBuffer.wrap(WITHOUT_BODY.getBytes(StandardCharsets.US_ASCII)));
        assertThat(parser.closes()).isTrue();

        parser.reset();
        parser.take(ByteBuffer.wrap(REFUSAL.getBytes(StandardCharsets.US_ASCII)));
        assertThat(parser.closes()).isFalse();
    }

    @Test
    void an_interim_answer_is_followed_by_the_real_one() throws IOException {
        AnswerParser parser = new AnswerParser();
        String answers = "HTTP/1.1 100 Continue\r\n\r\n" + WITH_LENGTH;
        assertThat(parser.take(ByteBuffer.wrap(answers.getBytes(StandardCharsets.US_ASCII))))
                .isTrue();
        assertThat(parser.status()).isEqualTo(201);
    }

    @Test
    void what_is_no_answer_is_refused() {
        assertThatThrownBy(() -> new AnswerParser()
                        .take(ByteBuffer.wrap("SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new AnswerParser()
                        .take(ByteBuffer.wrap(
                                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IOException.class);
    }

    private static String answer(String... lines) {
        return String.join("\r\n", lines);
    }
}
