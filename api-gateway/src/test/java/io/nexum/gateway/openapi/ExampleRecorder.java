package io.nexum.gateway.openapi;

import io.nexum.gateway.Api;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the examples of the document from what the API's tests have sent and were answered. With
 * {@code -Dnexum.examples.record=missing} it adds those of operations that have none, or none that fits any more; with
 * {@code all} it makes every one anew. Each operation gets the exchange that shows the most fields.
 */
public final class ExampleRecorder {
    private static final String MODE = System.getProperty("nexum.examples.record", "");
    private static final Path FILES = Path.of("src/main/resources/openapi/examples");
    private static final JsonMapper WRITER =
            Json.MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Logger LOG = LoggerFactory.getLogger(ExampleRecorder.class);

    private static @Nullable ExampleRecorder running;

    private final Routes routes;
    private final Map<String, Exchange> best = new TreeMap<>();
    private final Map<String, List<String>> unfit = new TreeMap<>();
    private final Set<String> undeclared = new TreeSet<>();

    private ExampleRecorder(Api api) {
        this.routes = Routes.of(api);
    }

    /** Takes note of an exchange, if the run records. */
    public static void saw(Api api, String method, String target, String body, Api.Answer answer) {
        if (!MODE.isEmpty() && answer.status() >= 200 && !target.equals(Routes.DOCUMENT)) {
            recorder(api).note(Exchange.of(method, target, body, answer.status(), answer.text()));
        }
    }

    private static synchronized ExampleRecorder recorder(Api api) {
        ExampleRecorder recorder = running;
        if (recorder == null) {
            recorder = new ExampleRecorder(api);
            running = recorder;
            Runtime.getRuntime().addShutdownHook(new Thread(recorder::write));
        }
        return recorder;
    }

    private synchronized void note(Exchange exchange) {
        routes.operation(exchange).ifPresent(operation -> {
            if (!exchange.granted()) {
                routes.undeclared(operation, exchange).ifPresent(undeclared::add);
                return;
            }
            routes.requireDeclared(operation, exchange);
            List<String> misfits = routes.misfits(operation, exchange);
            if (!misfits.isEmpty()) {
                unfit.put(Routes.id(operation), misfits);
            } else {
                best.merge(Routes.id(operation), exchange, ExampleRecorder::moreTelling);
            }
        });
    }

    private static Exchange moreTelling(Exchange one, Exchange other) {
        int more = Integer.compare(other.telling(), one.telling());
        boolean better = more > 0 || (more == 0 && other.length() < one.length());
        return better ? other : one;
    }

    private synchronized void write() {
        unfit.keySet().removeAll(best.keySet());
        unfit.forEach((operation, misfits) -> LOG.warn("{} has no exchange that fits: {}", operation, misfits));
        undeclared.forEach(problem -> LOG.warn("the document doesn't say that it can be answered: {}", problem));
        Map<String, Map<String, JsonNode>> rooms = new TreeMap<>();
        Examples before = new Examples();
        routes.operations().forEach(operation -> {
            String id = Routes.id(operation);
            Optional<JsonNode> kept = Optional.of(before.of(id))
                    .filter(example -> !MODE.equals("all") && routes.fits(operation, example));
            Optional<JsonNode> example =
                    kept.or(() -> Optional.ofNullable(best.get(id)).map(ExampleRecorder::json));
            example.ifPresent(json -> rooms.computeIfAbsent(Routes.room(operation), r -> new TreeMap<>())
                    .put(id, json));
        });
        try {
            for (Map.Entry<String, Map<String, JsonNode>> room : rooms.entrySet()) {
                ObjectNode all = Json.MAPPER.createObjectNode();
                room.getValue().forEach(all::set);
                new StableValues(all).replace();
                Files.writeString(FILES.resolve(room.getKey() + ".json"), WRITER.writeValueAsString(all) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Exchange exchange) {
        ObjectNode example = Json.MAPPER.createObjectNode();
        exchange.request().ifPresent(body -> example.set("request", body));
        example.put("status", exchange.status());
        exchange.response().ifPresent(body -> example.set("response", body));
        return example;
    }

    static String slug(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
    }
}
