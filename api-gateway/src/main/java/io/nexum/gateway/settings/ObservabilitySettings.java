package io.nexum.gateway.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the program tells of itself.
 *
 * @param jsonLog whether each line of the log is a JSON object, with a line for each request
 * @param metricsOpen whether the metrics are for everybody
 * @param readyLag how far behind the read models may be for the program to be ready
 * @param traceCollector where traces are sent; empty if none are made
 * @param traceRatio which part of the requests is traced, 0 to 1
 */
public record ObservabilitySettings(
        boolean jsonLog, boolean metricsOpen, Duration readyLag, Optional<URI> traceCollector, double traceRatio) {
    private static final String COLLECTOR = "a URL as in http://localhost:4318/v1/traces, without a user or a query";

    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_LOG_FORMAT",
                    "text",
                    "`text` for people, or `json` for programs, with a line for each request; in small letters"),
            new Setting(
                    "NEXUM_METRICS_OPEN",
                    "false",
                    "`true` if `GET /metrics` is for everybody who reaches the port, `false` if it asks for the"
                            + " permission `system_config`"),
            new Setting(
                    "NEXUM_READY_LAG_SECONDS",
                    "60",
                    "how far behind the log the read models may be for `/health/ready`, 1 to 86400"),
            new Setting(
                    "NEXUM_OTLP_ENDPOINT",
                    "",
                    "the collector that takes OpenTelemetry traces by OTLP over HTTP, as in"
                            + " `http://localhost:4318/v1/traces`; without it no traces are made"),
            new Setting(
                    "NEXUM_TRACE_RATIO",
                    "0.1",
                    "which part of the requests is traced, 0 to 1, where a request doesn't say so by its `traceparent`"));

    static ObservabilitySettings read(Variables variables) {
        return new ObservabilitySettings(
                // As it is written: the log is set up by it before the settings are read.
                variables
                        .read("NEXUM_LOG_FORMAT", ObservabilitySettings::format, "one of text, json, in small letters")
                        .equals("json"),
                variables.flag("NEXUM_METRICS_OPEN"),
                Duration.ofSeconds(variables.number("NEXUM_READY_LAG_SECONDS", 1, 86_400)),
                variables.optional("NEXUM_OTLP_ENDPOINT", ObservabilitySettings::collector, COLLECTOR),
                variables.read("NEXUM_TRACE_RATIO", ObservabilitySettings::ratio, "a decimal number from 0 to 1"));
    }

    private static URI collector(String text) {
        if (!text.matches("https?://[^/?#@]+(/[^?#]*)?")) {
            throw new IllegalArgumentException(); // without the text, which may hold a password
        }
        return URI.create(text);
    }

    private static double ratio(String text) {
        if (!text.matches("0|1|0?\\.[0-9]{1,9}|1\\.0+|0\\.0+")) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }

    private static String format(String text) {
        if (!List.of("text", "json").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
