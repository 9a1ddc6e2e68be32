package io.nexum.gateway.request;

import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.apikey.ApiKeyId;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Currency;
import java.util.Map;

/** What the parameters of paths name, as a person says it. */
final class PathNames {
    private static final int MOST_TOLD = 80;
    private static final Map<Class<?>, String> OF_TYPES =
            Map.of(ApiKeyId.class, "API key", GlCode.class, "general-ledger account", Currency.class, "currency");

    private PathNames() {}

    /** @param name as in {@code account_id} */
    static NotFound notFound(String name, Class<?> type, String sent) {
        String what = OF_TYPES.getOrDefault(type, name.replaceFirst("_id$", "").replace('_', ' '));
        return new NotFound(what, sent.length() > MOST_TOLD ? sent.substring(0, MOST_TOLD) : sent);
    }
}
