package io.nexum.gateway.security;

import io.nexum.gateway.access.ForEveryUser;
import io.nexum.gateway.access.UserIdentity;
import io.nexum.gateway.http.ClientAddress;
import io.nexum.gateway.security.AuthController.Message;
import io.nexum.gateway.security.TotpBodies.ConfirmTotpBody;
import io.nexum.gateway.security.TotpBodies.EnrolTotpBody;
import io.nexum.gateway.security.TotpBodies.RemoveTotpBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor: codes of an app, as RFC 6238 has them. */
@RestController
@RequestMapping("/auth/totp")
@Tag(name = "Login")
class TotpController {
    private final TotpLogins logins;
    private final ClientAddress addresses;

    TotpController(TotpLogins logins, ClientAddress addresses) {
        this.logins = logins;
        this.addresses = addresses;
    }

    /**
     * @param secret in base32, to be typed into an app
     * @param uri the same and all else that the app needs, to be shown as a QR code
     */
    record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /** @param recoveryCodes each is good for one login without the app; told once */
    record RecoveryCodes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @ForEveryUser
    @PostMapping
    @Operation(
            operationId = "enrol_totp",
            summary = "Begin a second factor: get the secret for an authenticator app",
            description = "It is told once, and counts when it is confirmed.")
    Enrolment enrol(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestBody EnrolTotpBody body,
            HttpServletRequest request) {
        byte[] secret = logins.enrol(caller, body.password(), Origin.of(request, addresses));
        return new Enrolment(Totp.base32(secret), Totp.uri("Nexum " + caller.home(), caller.username(), secret));
    }

    @ForEveryUser
    @PostMapping("/confirm")
    @Operation(
            operationId = "confirm_totp",
            summary = "Turn the second factor on by a first code",
            description = "From here on a login needs totp_code or recovery_code. The recovery codes are told once.")
    RecoveryCodes confirm(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestBody ConfirmTotpBody body,
            HttpServletRequest request) {
        return new RecoveryCodes(logins.confirm(caller, body.code(), Origin.of(request, addresses)));
    }

    @ForEveryUser
    @DeleteMapping
    @Operation(
            operationId = "remove_totp",
            summary = "Take the second factor off",
            description = "Needs the password, and a code or a recovery code.")
    Message remove(
            @AuthenticationPrincipal @Parameter(hidden = true) UserIdentity caller,
            @RequestBody RemoveTotpBody body,
            HttpServletRequest request) {
        logins.remove(caller, body, Origin.of(request, addresses));
        return new Message("second factor taken off");
    }
}
