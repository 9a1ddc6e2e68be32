package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What protects a browser, and the program from pages in one: encryption, headers, and who may call from where. */
class BrowserApiTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static Nexum node;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, InterruptedException {
        KeyStore identity = newIdentity();
        Path certificate = pem("CERTIFICATE", identity.getCertificate("nexum").getEncoded());
        Path key = pem("PRIVATE KEY", identity.getKey("nexum", PASSWORD).getEncoded());
        node = NexumServer.running()
                .another(Map.of(
                        "NEXUM_TLS_CERTIFICATE", certificate.toString(),
                        "NEXUM_TLS_KEY", key.toString(),
                        "NEXUM_CORS_ORIGINS", "https://bank.example, https://app.example:8443"));
        client = HttpClient.newBuilder().sslContext(trusting(identity)).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        node.close();
    }

    private static KeyStore newIdentity() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("identity.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "nexum",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            identity.load(bytes, PASSWORD);
        }
        return identity;
    }

    private static Path pem(String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(kind + ".pem"),
                "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }

    private static SSLContext trusting(KeyStore identity) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("nexum", identity.getCertificate("nexum"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.base().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void with_a_certificate_the_api_is_served_over_https() throws IOException, InterruptedException {
        assertThat(node.base()).asString().startsWith("https://");

        HttpResponse<String> health = send("GET", "/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.sslSession()).isPresent();
        assertThat(health.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("max-age="));
    }

    @Test
    void without_encryption_nothing_is_answered_there() {
        URI plain = URI.create("http://localhost:" + node.base().getPort());

        Answer answer = new Api(plain, "").get("/health");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void an_answer_is_not_stored_not_guessed_at_not_framed_and_not_told_of() {
        Answer answer = NexumServer.running().api().get("/customers");

        assertThat(answer.header("Cache-Control"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("no-store"));
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void a_page_of_a_listed_origin_may_ask_first_and_then_call() throws IOException, InterruptedException {
        for (String origin : List.of("https://bank.example", "https://app.example:8443")) {
            HttpResponse<String> asked = send(
                    "OPTIONS",
                    "/transactions/deposit",
                    "Origin",
                    origin,
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "authorization,content-type,idempotency-key");
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();

            HttpResponse<String> called = send("GET", "/", "Origin", origin);
            assertThat(called.statusCode()).isEqualTo(200);
            assertThat(called.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(origin);
        }
    }

    @Test
    void a_page_of_another_origin_is_refused() throws IOException, InterruptedException {
        for (String origin : List.of("https://evil.example", "http://bank.example", "https://bank.example.evil.org")) {
            HttpResponse<String> refused = send("GET", "/", "Origin", origin);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("origin-not-allowed");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void where_no_origin_is_listed_no_page_may_read_an_answer() {
        Answer answer = new Api(NexumServer.running().base(), "").get("/", "Origin", "https://bank.example");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
