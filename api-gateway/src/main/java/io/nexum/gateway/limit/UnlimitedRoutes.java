package io.nexum.gateway.limit;

import jakarta.servlet.http.HttpServletRequest;

/** What monitors ask, as often as they like: the answers are remembered and cost next to nothing. */
final class UnlimitedRoutes {
    private UnlimitedRoutes() {}

    static boolean contain(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/health") || path.startsWith("/health/");
    }
}
