package io.nexum.gateway.http;

import io.nexum.gateway.access.OpenToAll;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the server sends what it refused after it had found this program, as the method TRACE. */
@RestController
@Hidden
class ErrorRoute implements ErrorController {
    @OpenToAll
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer code ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
        HttpStatus told = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        Problem.of(told, Problems.name(told), told.getReasonPhrase()).answer(request, response);
    }
}
