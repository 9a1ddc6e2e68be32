package io.nexum.gateway.demo;

import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Speaks with a bank as any client of its REST API would: JSON, a token, an idempotency key with what moves money. */
public final class BankClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FIRST_STATUS_OF_FAILURES = 300;

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private volatile String token = "";

    public BankClient(URI base) {
        this.base = base;
    }

    /** What the bank answered, granted or refused. */
    public record Answer(int status, JsonNode body) {
        public boolean isGranted() {
            return status < FIRST_STATUS_OF_FAILURES;
        }

        /** @throws IllegalStateException if the bank refused, with its reason */
        public JsonNode granted() {
            if (!isGranted()) {
                throw new IllegalStateException("the bank answered " + status + ": " + body);
            }
            return body;
        }
    }

    /** Every later request is this user's. */
    public void login(String user, String password) throws IOException, InterruptedException {
        enter(Map.of("username", user, "password", password));
    }

    /** The same for a user of a tenant; what the login answered. */
    public JsonNode loginAt(String tenant, String user, String password) throws IOException, InterruptedException {
        return enter(Map.of("tenant_id", tenant, "username", user, "password", password));
    }

    private JsonNode enter(Map<String, String> proof) throws IOException, InterruptedException {
        JsonNode login = post("/auth/login", proof).granted();
        token = login.path("access_token").stringValue();
        return login;
    }

    public String token() {
        return token;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).POST(json(Json.bytes(body))));
    }

    /** Counts once however often it is sent with this key. */
    public Answer postOnce(String path, Object body, String key) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(json(Json.bytes(body))));
    }

    public Answer put(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(Json.bytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(byte[] body) {
        return HttpRequest.BodyPublishers.ofByteArray(body);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest json = request.header("Content-Type", "application/json").build();
        HttpResponse<byte[]> response = http.send(json, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), parsed(response.body()));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? Json.MAPPER.nullNode() : Json.tree(body);
        } catch (JacksonException notJson) {
            return Json.MAPPER.stringNode(new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
