package io.nexum.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands a controller its path and query parameters in the types that it declares. All of a request are read when the
 * first is asked for, so that all that is wrong with them is told at once.
 */
final class ParameterResolver implements HandlerMethodArgumentResolver {
    private static final String VALUES = ParameterResolver.class.getName() + ".values";

    private final Map<Method, MethodParameters> known = new ConcurrentHashMap<>();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return MethodParameters.isBound(parameter.getParameter());
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws MissingServletRequestParameterException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        @Nullable Object[] values = (@Nullable Object[]) request.getAttribute(VALUES);
        if (values == null) {
            Method method = Objects.requireNonNull(parameter.getMethod());
            HandlerMethod route = (HandlerMethod)
                    Objects.requireNonNull(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE));
            values = known.computeIfAbsent(method, MethodParameters::new).read(request, route);
            request.setAttribute(VALUES, values);
        }
        return values[parameter.getParameterIndex()];
    }
}
