package io.nexum.gateway.privacy;

import io.nexum.gateway.access.SignedIn;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.json.PersonalFields;
import io.nexum.kernel.json.PersonalFields.Form;
import io.nexum.kernel.log.EventCodec;
import io.nexum.kernel.privacy.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Masks what answers mark as personal, for whoever lacks {@link Permission#VIEW_PERSONAL_DATA}: {@code a***@example.com}
 * for {@code ada@example.com}, {@code A***} for {@code Ada}, and nothing for what can't be shortened.
 */
@RestControllerAdvice
public final class Masking implements ResponseBodyAdvice<Object> {
    private static final String STARS = "***";

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null) {
            return null;
        }
        if (body instanceof List<?> items) {
            return items.stream().map(Masking::masked).toList();
        }
        return masked(body);
    }

    private static Object masked(Object body) {
        PersonalFields fields = PersonalFields.of(body.getClass());
        return fields.none() || callerSeesPersonalData() ? body : masked(fields, Json.tree(Json.bytes(body)));
    }

    /** An event's own fields, as the caller may see them. */
    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    public static Map<String, Object> eventData(String type, Map<String, Object> data) {
        PersonalFields fields = PersonalFields.of(EventCodec.classOf(type));
        return fields.none() || callerSeesPersonalData()
                ? data
                : Json.convert(masked(fields, Json.tree(Json.bytes(data))), LinkedHashMap.class);
    }

    /** A record as the caller may see it, for what is no JSON in the end. */
    @SuppressWarnings("unchecked") // a record is read back as what it was
    public static <T extends Record> T asSeen(T told) {
        PersonalFields fields = PersonalFields.of(told.getClass());
        return fields.none() || callerSeesPersonalData()
                ? told
                : (T) Json.convert(masked(fields, Json.tree(Json.bytes(told))), told.getClass());
    }

    private static boolean callerSeesPersonalData() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.getPrincipal().may(Permission.VIEW_PERSONAL_DATA);
    }

    private static JsonNode masked(PersonalFields fields, JsonNode written) {
        if (written instanceof ObjectNode object) {
            fields.change(object, (path, value, form) -> masked(value, form));
        }
        return written;
    }

    private static @Nullable JsonNode masked(JsonNode value, Form form) {
        return form == Form.TEXT ? Json.MAPPER.getNodeFactory().stringNode(masked(value.asString())) : form.erased();
    }

    static String masked(String text) {
        if (text.isEmpty() || text.equals(PersonalData.ERASED)) {
            return text;
        }
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        int at = text.lastIndexOf('@');
        return first + STARS + (at > 0 ? text.substring(at) : "");
    }
}
