package io.nexum.kernel.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The general-ledger accounts of a product's own. For what it names none, the bank's usual account is used. */
public record ProductGlAccounts(Map<GlRole, GlCode> accounts) {
    public static final ProductGlAccounts NONE = new ProductGlAccounts(Map.of());

    public ProductGlAccounts {
        accounts = Map.copyOf(accounts);
    }

    /** @throws IllegalArgumentException if there is no such role or a code has the wrong form */
    @JsonCreator
    public static ProductGlAccounts ofWire(Map<String, String> codes) {
        Map<GlRole, GlCode> accounts = new EnumMap<>(GlRole.class);
        codes.forEach((role, code) -> accounts.put(GlRole.valueOf(role.toUpperCase(Locale.ROOT)), new GlCode(code)));
        return new ProductGlAccounts(accounts);
    }

    /** By the roles' names on the wire, in the order of the alphabet. */
    @JsonValue
    public Map<String, String> wire() {
        Map<String, String> codes = new TreeMap<>();
        accounts.forEach((role, code) -> codes.put(Json.wireName(role), code.value()));
        return codes;
    }

    /** The account for a role, or the bank's usual one. */
    public GlCode of(GlRole role, GlCode usual) {
        return accounts.getOrDefault(role, usual);
    }
}
