package io.nexum.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {
    @Test
    void slots_are_filled_in_the_order_of_path_key_and_body() {
        RequestTemplate template = RequestTemplate.post(
                "/accounts/" + RequestTemplate.slot(2) + "/holds",
                "token",
                RequestTemplate.slot(3),
                "{\"to\":\"" + RequestTemplate.slot(4) + "\"}");
        ByteBuffer request = ByteBuffer.allocate(template.length());

        template.writeTo(request);
        template.fill(request, 0, ascii("a1"));
        template.fill(request, 1, ascii("key"));
        template.fill(request, 2, ascii("dest"));

        assertThat(template.slots()).isEqualTo(3);
        assertThat(StandardCharsets.US_ASCII.decode(request).toString())
                .startsWith("POST /accounts/a1/holds HTTP/1.1\r\n")
                .contains("\r\nIdempotency-Key: key\r\n", "\r\nAuthorization: Bearer token\r\n")
                .endsWith("\r\nContent-Length: 13\r\n\r\n{\"to\":\"dest\"}");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
