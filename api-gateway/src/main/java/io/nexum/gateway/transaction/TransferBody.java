package io.nexum.gateway.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.account.AccountId;
import java.util.Optional;

/** Money that goes from one account to another; the amount is in the sender's currency. */
record TransferBody(
        AccountId fromAccountId,
        AccountId toAccountId,
        @JsonUnwrapped InstructionFields order,
        Optional<String> idempotencyKey)
        implements Body {
    static TransferBody read(Fields in) {
        return new TransferBody(
                in.required("from_account_id", Forms.id(AccountId::of)),
                in.required("to_account_id", Forms.id(AccountId::of)),
                InstructionFields.read(in),
                in.idempotencyKey());
    }
}
