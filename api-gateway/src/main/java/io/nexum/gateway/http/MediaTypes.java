package io.nexum.gateway.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses an answer's form that can't be had before anything is done. Spring notices it when it writes the answer, and
 * a command would be executed by then.
 */
@Component
class MediaTypes implements HandlerInterceptor, WebMvcConfigurer {
    private final HeaderContentNegotiationStrategy accept = new HeaderContentNegotiationStrategy();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException {
        List<MediaType> wanted = accept.resolveMediaTypes(new ServletWebRequest(request));
        boolean changesSomething = !request.getMethod().equals("GET");
        if (changesSomething && wanted.stream().noneMatch(type -> type.isCompatibleWith(MediaType.APPLICATION_JSON))) {
            throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
        }
        String sent = request.getContentType();
        if (sent != null && sent.contains("*")) {
            throw new HttpMediaTypeNotSupportedException("a body has one media type, without a wildcard");
        }
        return true;
    }
}
