package io.nexum.gateway.user;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.user.UserCommand.UpdateUser;
import io.nexum.kernel.user.UserId;
import java.util.Optional;

/** What is absent stays as it is. */
record UpdateUserBody(Optional<String> email, Optional<String> fullName, Optional<String> branchId) implements Body {
    static UpdateUserBody read(Fields in) {
        return new UpdateUserBody(
                in.optional("email", Forms::email),
                in.textIfSent("full_name", CreateUserBody.MAX_NAME_LENGTH),
                in.textIfSent("branch_id", CreateUserBody.MAX_BRANCH_LENGTH));
    }

    UpdateUser command(UserId id) {
        return new UpdateUser(id, email, fullName, branchId);
    }
}
