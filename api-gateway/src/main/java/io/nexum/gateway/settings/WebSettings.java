package io.nexum.gateway.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the program speaks HTTP.
 *
 * @param tls what it proves itself with; without it there is no encryption
 * @param corsOrigins the origins whose pages may call the API from a browser
 * @param requestsInFlight how many requests are served at a time; more are refused
 * @param requestTimeout how long a request may wait for the database
 */
public record WebSettings(Optional<Tls> tls, List<String> corsOrigins, int requestsInFlight, Duration requestTimeout) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[\\w.-]+(:\\d{1,5})?");

    /** A certificate with its chain, and its private key, as PEM files. */
    public record Tls(Path certificate, Path key) {}

    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_TLS_CERTIFICATE",
                    "",
                    "a PEM file with the certificate and its chain; with it the API is served over https only"),
            new Setting("NEXUM_TLS_KEY", "", "the PEM file of the certificate's private key, unencrypted PKCS #8"),
            new Setting(
                    "NEXUM_CORS_ORIGINS",
                    "",
                    "the origins whose pages may call the API from a browser, as `https://bank.example`, several with"
                            + " commas; without it none may"),
            new Setting(
                    "NEXUM_REQUESTS_IN_FLIGHT",
                    "4096",
                    "requests that are served at a time, 16 to 100000; of a large body each 8 KiB count as one more"),
            new Setting(
                    "NEXUM_REQUEST_TIMEOUT_SECONDS",
                    "30",
                    "how long a request waits for the database before it is refused, 1 to 3600"));

    static WebSettings read(Variables variables) {
        Optional<Path> certificate = variables.optional("NEXUM_TLS_CERTIFICATE", WebSettings::file, "a readable file");
        Optional<Path> key = variables.optional("NEXUM_TLS_KEY", WebSettings::file, "a readable file");
        if (certificate.isPresent() != key.isPresent()) {
            variables.wrong("NEXUM_TLS_CERTIFICATE and NEXUM_TLS_KEY must be set together");
        }
        return new WebSettings(
                certificate.flatMap(c -> key.map(k -> new Tls(c, k))),
                variables
                        .optional("NEXUM_CORS_ORIGINS", WebSettings::origins, "origins as https://bank.example")
                        .orElse(List.of()),
                variables.number("NEXUM_REQUESTS_IN_FLIGHT", 16, 100_000),
                Duration.ofSeconds(variables.number("NEXUM_REQUEST_TIMEOUT_SECONDS", 1, 3_600)));
    }

    private static Path file(String text) {
        Path file = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " can't be read");
        }
        return file;
    }

    private static List<String> origins(String text) {
        List<String> origins = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (!origins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new IllegalArgumentException("without a path, and no *");
        }
        return origins;
    }
}
