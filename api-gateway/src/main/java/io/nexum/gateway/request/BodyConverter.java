package io.nexum.gateway.request;

import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** Turns the JSON of a request into the {@link Body} that its route expects. */
public final class BodyConverter extends AbstractHttpMessageConverter<Body> {
    private static final ClassValue<Method> READERS = new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> type) {
            try {
                Method reader = type.getDeclaredMethod("read", Fields.class);
                reader.setAccessible(true);
                return reader;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has no static method read(Fields)", e);
            }
        }
    };

    public BodyConverter() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    /** The body that this JSON means, or a refusal that names all bad fields. */
    public static <B extends Body> B read(JsonNode json, Class<B> type) {
        return Fields.read(json, in -> {
            try {
                return type.cast(READERS.get(type).invoke(null, in));
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Body.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, @org.jspecify.annotations.Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected Body readInternal(Class<? extends Body> type, HttpInputMessage input) throws IOException {
        byte[] bytes = bytes(input);
        JsonNode json;
        try {
            json = Json.tree(bytes);
        } catch (MismatchedInputException e) {
            // Any value can be read into a tree, so it is what comes after it.
            StreamReadException why = new StreamReadException(null, "something stands after the end of the JSON value");
            throw new HttpMessageNotReadableException(why.getOriginalMessage(), why, input);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException(e.getOriginalMessage(), e, input);
        }
        return read(json, type);
    }

    /** Of a body whose length is told, no more memory is taken than that. */
    private static byte[] bytes(HttpInputMessage input) throws IOException {
        long length = input.getHeaders().getContentLength();
        return length < 0 || length > Integer.MAX_VALUE
                ? input.getBody().readAllBytes()
                : input.getBody().readNBytes((int) length);
    }

    @Override
    protected void writeInternal(Body body, HttpOutputMessage output) {
        throw new HttpMessageNotWritableException("bodies are only read");
    }
}
