package io.nexum.gateway.openapi;

import io.nexum.kernel.json.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;

/**
 * An example of each operation's request and answer, from the files {@code openapi/examples/*.json}: an object an
 * operation, by its id.
 */
final class Examples {
    private static final String FILES = "classpath*:openapi/examples/*.json";

    private final Map<String, JsonNode> byOperation = new LinkedHashMap<>();

    Examples() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                Json.tree(file.getContentAsByteArray())
                        .properties()
                        .forEach(example -> byOperation.put(example.getKey(), example.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> operations() {
        return byOperation.keySet();
    }

    /** The example of an operation: {@code request} and {@code response}, where it has them. */
    JsonNode of(String operation) {
        return byOperation.getOrDefault(operation, Json.MAPPER.createObjectNode());
    }

    void attach(Operation operation) {
        // An operation that has two paths is two operations, the second one with a number.
        JsonNode example = of(operation.getOperationId().replaceFirst("_[0-9]+$", ""));
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.get("request"));
        }
        operation.getResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .map(ApiResponse::getContent)
                .forEach(content -> show(content, example.get("response")));
    }

    private static void show(@Nullable Content content, @Nullable JsonNode example) {
        if (content != null && example != null) {
            // Plain maps and lists: the document is written by another JSON library than the one that read them.
            Object plain = Json.convert(example, Object.class);
            for (MediaType type : content.values()) {
                Optional.ofNullable(plain).ifPresent(type::setExample);
            }
        }
    }
}
