package io.nexum.gateway.user;

import io.nexum.gateway.request.EmailAddress;
import io.nexum.gateway.request.Request;
import io.nexum.kernel.user.UserCommand.UpdateUser;
import io.nexum.kernel.user.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** What is absent stays as it is. */
record UpdateUserBody(
        Optional<@EmailAddress String> email,
        Optional<@NotBlank @Size(max = 200) String> fullName,
        Optional<@NotBlank @Size(max = 64) String> branchId)
        implements Request {
    UpdateUser command(UserId id) {
        return new UpdateUser(id, email, fullName, branchId);
    }
}
