package io.nexum.gateway.settings;

import java.time.Duration;
import java.util.List;

/**
 * What the program tells of itself.
 *
 * @param jsonLog whether each line of the log is a JSON object, with a line for each request
 * @param metricsOpen whether the metrics are for everybody
 * @param readyLag how far behind the read models may be for the program to be ready
 */
public record ObservabilitySettings(boolean jsonLog, boolean metricsOpen, Duration readyLag) {
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
                    "how far behind the log the read models may be for `/health/ready`, 1 to 86400"));

    static ObservabilitySettings read(Variables variables) {
        return new ObservabilitySettings(
                // As it is written: the log is set up by it before the settings are read.
                variables
                        .read("NEXUM_LOG_FORMAT", ObservabilitySettings::format, "one of text, json, in small letters")
                        .equals("json"),
                variables.flag("NEXUM_METRICS_OPEN"),
                Duration.ofSeconds(variables.number("NEXUM_READY_LAG_SECONDS", 1, 86_400)));
    }

    private static String format(String text) {
        if (!List.of("text", "json").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
