package io.nexum.kernel.loan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The loan schedules that Apache Fineract has published, from {@code lending/loan-schedules.txt}. */
public final class PublishedSchedules {
    private static final String FILE = "/lending/loan-schedules.txt";

    private PublishedSchedules() {}

    /** By the loan's name, as in E1: lines as in {@code 1,2024-02-01,16.25,1.00,17.25,83.75}. */
    public static Map<String, List<String>> read() {
        Map<String, List<String>> schedules = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("# ")) {
                lines = new ArrayList<>();
                schedules.put(line.split(" ", 3)[1], lines);
            } else if (!line.isBlank() && !line.startsWith("nr,")) {
                lines.add(line);
            }
        }
        return schedules;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(PublishedSchedules.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
