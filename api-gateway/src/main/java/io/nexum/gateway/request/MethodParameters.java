package io.nexum.gateway.request;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** The path and query parameters that a route's method declares, worked out once for each method. */
final class MethodParameters {
    private final Method method;
    private final List<Optional<Bound>> bound;
    private final boolean constrained;

    /** One parameter of the method, of the path, of the query, or the part of a list that is wanted. */
    private sealed interface Bound {
        /** Nothing if it can't be right. */
        Optional<Object> read(HttpServletRequest request, ValidationErrors errors);

        String name();
    }

    private record OfPath(String name, Class<?> type, BoundText text) implements Bound {
        /** What can't be an id names nothing that is there. */
        @Override
        public Optional<Object> read(HttpServletRequest request, ValidationErrors errors) {
            String sent = String.valueOf(
                    ((Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)).get(name));
            return Optional.of(text.convert(sent, new ValidationErrors())
                    .orElseThrow(() -> new RefusedException(PathNames.notFound(name, type, sent))));
        }
    }

    private record OfQuery(String name, boolean required, BoundText text) implements Bound {
        /** An empty one counts as absent. */
        @Override
        public Optional<Object> read(HttpServletRequest request, ValidationErrors errors) {
            @Nullable String sent = request.getParameter(name);
            if (sent != null && !sent.isBlank()) {
                return text.convert(sent.strip(), errors.at(name));
            }
            return required ? errors.at(name).reject("is missing") : Optional.of(Optional.empty());
        }
    }

    private record OfPage(BoundText skip, BoundText limit) implements Bound {
        @Override
        public Optional<Object> read(HttpServletRequest request, ValidationErrors errors) {
            Optional<Object> first = number(request, "skip", skip, errors, 0);
            Optional<Object> most = number(request, "limit", limit, errors, PageRequest.FIRST.limit());
            return first.flatMap(from -> most.map(count -> new PageRequest((int) from, (int) count)));
        }

        private static Optional<Object> number(
                HttpServletRequest request, String name, BoundText text, ValidationErrors errors, int usual) {
            @Nullable String sent = request.getParameter(name);
            return sent == null || sent.isBlank() ? Optional.of(usual) : text.convert(sent.strip(), errors.at(name));
        }

        @Override
        public String name() {
            return "limit";
        }
    }

    /** Several parameters of the query together. */
    private record OfRecord(Class<?> type) implements Bound {
        @Override
        public Optional<Object> read(HttpServletRequest request, ValidationErrors errors) {
            ObjectNode sent = Json.MAPPER.createObjectNode();
            request.getParameterMap().forEach((name, values) -> {
                if (!values[0].isBlank()) {
                    sent.put(name, values[0].strip());
                }
            });
            return RecordBinding.of(type).bind(sent, errors).map(Object.class::cast);
        }

        @Override
        public String name() {
            return "";
        }
    }

    MethodParameters(Method method) {
        this.method = method;
        this.bound = Arrays.stream(method.getParameters())
                .map(MethodParameters::bound)
                .toList();
        this.constrained = Constraints.ofParameters(method);
    }

    static boolean isBound(Parameter parameter) {
        return parameter.getType() == PageRequest.class
                || QueryParameters.class.isAssignableFrom(parameter.getType())
                || parameter.isAnnotationPresent(RequestParam.class)
                || parameter.isAnnotationPresent(PathVariable.class);
    }

    /**
     * The values of all parameters that are bound here; those of others are null.
     *
     * @throws RefusedException naming each bad parameter of the query; {@code NotFound} for one of the path
     * @throws MissingServletRequestParameterException if all that is wrong is that one was not sent
     */
    @Nullable
    Object[] read(HttpServletRequest request, HandlerMethod route) throws MissingServletRequestParameterException {
        ValidationErrors errors = new ValidationErrors();
        @Nullable Object[] values = new @Nullable Object[bound.size()];
        for (int i = 0; i < values.length; i++) {
            if (bound.get(i).isPresent()) {
                values[i] = bound.get(i).get().read(request, errors).orElse(null);
            }
        }
        if (constrained) {
            Object controller = route.createWithResolvedBean().getBean();
            Constraints.ofParameters(controller, method, values).forEach(violation -> {
                for (Path.Node node : violation.getPropertyPath()) {
                    if (node.getKind() == ElementKind.PARAMETER) {
                        int index = node.as(Path.ParameterNode.class).getParameterIndex();
                        errors.at(bound.get(index).orElseThrow().name()).reject(violation.getMessage());
                    }
                }
            });
        }
        Optional<String> onlyMissing = errors.count() == 1 ? missing(request) : Optional.empty();
        if (onlyMissing.isPresent()) {
            throw new MissingServletRequestParameterException(onlyMissing.get(), "");
        }
        errors.raise();
        return values;
    }

    /** A parameter that must be sent and was not. */
    private Optional<String> missing(HttpServletRequest request) {
        return bound.stream()
                .flatMap(Optional::stream)
                .filter(parameter -> parameter instanceof OfQuery query && query.required())
                .map(Bound::name)
                .filter(name -> request.getParameter(name) == null
                        || request.getParameter(name).isBlank())
                .findFirst();
    }

    private static Optional<Bound> bound(Parameter parameter) {
        AnnotatedType type = parameter.getAnnotatedType();
        if (parameter.getType() == PageRequest.class) {
            return Optional.of(new OfPage(
                    BoundText.wholeNumber(0, Integer.MAX_VALUE), BoundText.wholeNumber(1, PageRequest.MAX_LIMIT)));
        }
        if (QueryParameters.class.isAssignableFrom(parameter.getType())) {
            return Optional.of(new OfRecord(parameter.getType()));
        }
        var annotations = MergedAnnotations.from(parameter);
        if (annotations.isPresent(PathVariable.class)) {
            String name = annotations.get(PathVariable.class).getString("name");
            return Optional.of(new OfPath(named(name, parameter), parameter.getType(), new BoundText(type)));
        }
        if (annotations.isPresent(RequestParam.class)) {
            String name = annotations.get(RequestParam.class).getString("name");
            boolean required = parameter.getType() != Optional.class;
            return Optional.of(new OfQuery(named(name, parameter), required, new BoundText(type)));
        }
        return Optional.empty();
    }

    private static String named(String given, Parameter parameter) {
        return given.isEmpty() ? BoundField.snakeCase(parameter.getName()) : given;
    }
}
