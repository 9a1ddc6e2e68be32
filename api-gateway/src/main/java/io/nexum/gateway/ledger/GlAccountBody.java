package io.nexum.gateway.ledger;

import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import java.util.Optional;

/** @param control whether it sums up sub-accounts */
record GlAccountBody(GlCode code, String name, GlAccountType type, Optional<Boolean> control, Optional<GlCode> parent)
        implements Body {
    private static final int MAX_NAME_LENGTH = 100;

    static GlAccountBody read(Fields in) {
        return new GlAccountBody(
                in.required("code", GlCode::new),
                in.text("name", MAX_NAME_LENGTH),
                in.required(in.sent("type", "account_type"), GlAccountBody::type),
                in.flag("control"),
                in.optional("parent", GlCode::new));
    }

    /** The original calls income revenue. */
    private static GlAccountType type(String word) {
        return word.equals("revenue")
                ? GlAccountType.INCOME
                : Forms.word(GlAccountType.class).apply(word);
    }

    GlAccount account() {
        return new GlAccount(code, name, type, control.orElse(false), parent);
    }
}
