package io.nexum.gateway.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a body than {@value #MAX_BYTES} bytes, whether or not its length was announced. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
public class BodyLimit extends OncePerRequestFilter {
    public static final int MAX_BYTES = 1 << 20;

    /** More was sent than is read. */
    static final class BodyTooLarge extends IOException {
        BodyTooLarge() {
            super("the body has more than " + MAX_BYTES + " bytes");
        }
    }

    static Problem problem() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "a body has at most " + MAX_BYTES + " bytes (1 MiB)");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            response.setHeader("Connection", "close");
            problem().answer(request, response);
            return;
        }
        boolean lengthUnknown = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        chain.doFilter(lengthUnknown ? new CountedRequest(request) : request, response);
    }

    private static final class CountedRequest extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream counted;

        CountedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (counted == null) {
                counted = new CountedInput(super.getInputStream());
            }
            return counted;
        }
    }

    private static final class CountedInput extends ServletInputStream {
        private final ServletInputStream input;
        private int left = MAX_BYTES;

        CountedInput(ServletInputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            int read = input.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = input.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            input.setReadListener(listener);
        }
    }
}
