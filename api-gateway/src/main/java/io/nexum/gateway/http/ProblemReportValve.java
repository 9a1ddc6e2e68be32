package io.nexum.gateway.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Tells a client in our shape, not by a page, what the server itself refused: a broken URI, headers beyond bounds. */
public final class ProblemReportValve extends ErrorReportValve {
    /** A version of HTTP or a transfer coding that the server doesn't speak. */
    private static final Set<Integer> UNKNOWN_PROTOCOL =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (UNKNOWN_PROTOCOL.contains(response.getStatus()) && !response.isCommitted()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value()); // the client's mistake, not ours
        }
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Problem problem = problem(status);
        try {
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(problem.bytes(request), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("an error could not be reported to the client", e);
        }
    }

    private static Problem problem(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        if (known == null || known.is5xxServerError()) {
            return Problem.of(
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "internal-error",
                    "something went wrong here; send the request again");
        }
        return known == HttpStatus.BAD_REQUEST
                ? Problem.of(known, "malformed-request", "the request line or a header is malformed or too long")
                : Problem.of(known, Problems.name(known), known.getReasonPhrase());
    }
}
