package io.nexum.gateway.hostile;

import io.nexum.gateway.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends attacks. A request that isn't answered in time is a finding, so it throws. */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Client(URI base) {
        this.base = base;
    }

    /** @param authorization empty to send none */
    Answer send(Attack attack, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + attack.target()))
                .timeout(PATIENCE)
                .method(attack.method(), attack.body());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (!attack.headers().isEmpty()) {
            request.headers(attack.headers().toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(attack.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
