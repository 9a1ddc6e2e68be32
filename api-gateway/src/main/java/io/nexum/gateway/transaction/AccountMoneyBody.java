package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountId;
import java.util.Optional;

/** Money that comes to, or leaves, one account. */
record AccountMoneyBody(AccountId accountId, @JsonUnwrapped InstructionFields order, Optional<String> idempotencyKey)
        implements Body {
    static AccountMoneyBody read(Fields in) {
        return new AccountMoneyBody(
                in.required("account_id", Forms.id(AccountId::of)), InstructionFields.read(in), in.idempotencyKey());
    }
}
