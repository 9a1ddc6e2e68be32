package io.nexum.gateway.request;

import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns the YAML of a request into the {@link YamlBody} that its route expects. */
public final class YamlConverter extends AbstractHttpMessageConverter<YamlBody> {
    public YamlConverter() {
        super(
                MediaType.APPLICATION_YAML,
                new MediaType("application", "x-yaml"),
                new MediaType("text", "yaml"),
                new MediaType("text", "x-yaml"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return YamlBody.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected YamlBody readInternal(Class<? extends YamlBody> type, HttpInputMessage input) throws IOException {
        String yaml = new String(input.getBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode tree;
        try {
            tree = YamlText.tree(yaml);
        } catch (YAMLException | JacksonException e) {
            throw new RefusedException(new InvalidValue("body", "the body is no plain YAML" + place(e)));
        }
        return BodyConverter.read(tree, type);
    }

    private static String place(RuntimeException e) {
        return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? ", see line " + (marked.getProblemMark().getLine() + 1)
                : "";
    }

    @Override
    protected void writeInternal(YamlBody body, HttpOutputMessage output) {
        throw new HttpMessageNotWritableException("bodies are only read");
    }
}
