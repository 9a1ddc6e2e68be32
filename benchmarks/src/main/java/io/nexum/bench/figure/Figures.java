package io.nexum.bench.figure;

import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of one run, in the order in which they were measured. */
public final class Figures {
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    public void add(String name, String what, double value, String unit) {
        figures.add(new Figure(name, what, value, unit, Optional.empty()));
    }

    /** A number of things. */
    public void count(String name, String what, long count, String unit) {
        add(name, what, (double) count, unit);
    }

    public void add(String name, String what, double value, String unit, Target target) {
        figures.add(new Figure(name, what, value, unit, Optional.of(target)));
    }

    /** What a reader of the figures must know beside them. */
    public void remark(String remark) {
        remarks.add(remark);
    }

    public Optional<Double> value(String name) {
        return figures.stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::value)
                .findFirst();
    }

    /** Adds how one figure compares to another, if both were measured in this run. */
    public void addRatio(String name, String what, String of, String to, Target target) {
        Optional<Double> dividend = value(of);
        Optional<Double> divisor = value(to).filter(value -> value > 0);
        if (dividend.isPresent() && divisor.isPresent()) {
            add(name, what, dividend.get() / divisor.get(), "times", target);
        }
    }

    /** The figures as a table, one line each. */
    public String table() {
        int widest = figures.stream().mapToInt(f -> f.what().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        String line = "%-" + Math.max(widest, 4) + "s  %14s  %-14s  %-16s  %s%n";
        table.append(String.format(Locale.ROOT, line, "what", "figure", "unit", "target", "met?"));
        for (Figure figure : figures) {
            String bound = figure.target().map(Target::toString).orElse("");
            String met = figure.met().map(reached -> reached ? "yes" : "NO").orElse("");
            table.append(String.format(
                    Locale.ROOT, line, figure.what(), Figure.readable(figure.value()), figure.unit(), bound, met));
        }
        remarks.forEach(remark -> table.append("note: ").append(remark).append(System.lineSeparator()));
        return table.toString();
    }

    public void writeJson(Path file, Machine machine, Instant startedAt) throws IOException {
        List<Measured> measured = figures.stream()
                .map(f -> new Measured(f.name(), f.what(), f.value(), f.unit(), f.target(), f.met()))
                .toList();
        Results results = new Results(startedAt, machine, measured, remarks);
        Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(results));
    }

    private record Results(Instant startedAt, Machine machine, List<Measured> figures, List<String> remarks) {}

    private record Measured(
            String name, String what, double value, String unit, Optional<Target> target, Optional<Boolean> met) {}
}
