package io.nexum.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class ErrorsTest {
    @Test
    void a_defect_is_logged_with_the_route_and_not_with_the_path() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger(Errors.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/customers/marked");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/customers/{customer_id}");
        try {
            new Errors().answer(new IllegalStateException("a defect"), request, new MockHttpServletResponse());
        } finally {
            logger.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("GET /customers/{customer_id} failed");
    }
}
