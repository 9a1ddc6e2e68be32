package io.nexum.gateway.product;

import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductGlAccounts;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The general-ledger accounts of a product's own: an object of codes, by what they are for. */
final class GlAccountCodes implements Converter<ProductGlAccounts> {
    private static final Converter<GlCode> CODE = Converters.of(GlCode.class);

    @Override
    public Optional<ProductGlAccounts> convert(JsonNode sent, ValidationErrors errors) {
        if (!sent.isObject()) {
            return errors.reject("must be an object");
        }
        Map<GlRole, GlCode> accounts = new EnumMap<>(GlRole.class);
        boolean sound = true;
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            if (field.getValue().isNull()) {
                continue;
            }
            Optional<GlRole> role = role(field.getKey());
            Optional<GlCode> code = role.isEmpty()
                    ? errors.at(field.getKey()).reject("is no role of a product's accounts")
                    : CODE.convert(field.getValue(), errors.at(field.getKey()));
            sound &= code.isPresent();
            code.ifPresent(account -> accounts.put(role.orElseThrow(), account));
        }
        return sound ? Optional.of(new ProductGlAccounts(accounts)) : Optional.empty();
    }

    private static Optional<GlRole> role(String name) {
        return Arrays.stream(GlRole.values())
                .filter(role -> Json.wireName(role).equals(name))
                .findFirst();
    }
}
