package io.nexum.gateway.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identity provider whose word on who somebody is is taken (OpenID Connect).
 *
 * @param issuer as its tokens name it, to the letter
 * @param jwks where its keys are; absent: its discovery document tells
 * @param audience who its tokens must be for
 * @param usernameClaim the claim that names the user
 * @param tenantClaim the claim that names the user's bank
 * @param rolesClaim the claim that lists the user's roles; absent: the user's roles in the bank count
 */
public record OidcSettings(
        String issuer,
        Optional<URI> jwks,
        String audience,
        String usernameClaim,
        String tenantClaim,
        Optional<String> rolesClaim) {
    private static final String ISSUER = "NEXUM_OIDC_ISSUER";
    private static final String JWKS = "NEXUM_OIDC_JWKS_URL";
    private static final String AUDIENCE = "NEXUM_OIDC_AUDIENCE";
    private static final String ROLES = "NEXUM_OIDC_ROLES_CLAIM";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String ADDRESS = "an https address, or an http one of localhost";

    static final List<Setting> ALL = List.of(
            new Setting(
                    ISSUER,
                    "",
                    "an identity provider whose tokens are accepted, by its OpenID Connect issuer, as in"
                            + " `https://login.example/realms/bank`; without it there is none"),
            new Setting(
                    JWKS,
                    "",
                    "where the provider's keys are; without it its discovery document is asked at the issuer"),
            new Setting(AUDIENCE, "", "whom the provider's tokens must be for; must be set with the issuer"),
            new Setting(
                    "NEXUM_OIDC_USERNAME_CLAIM",
                    "preferred_username",
                    "the claim that holds the user's name; at the provider its users must not be able to change it"),
            new Setting("NEXUM_OIDC_TENANT_CLAIM", "tenant", "the claim that holds the id of the user's tenant"),
            new Setting(
                    ROLES,
                    "",
                    "the claim that lists the user's roles, as in `realm_access.roles`; without it the user's roles in"
                            + " the tenant count"));

    static Optional<OidcSettings> read(Variables variables) {
        Optional<URI> issuer = variables.optional(ISSUER, OidcSettings::address, ADDRESS);
        Optional<URI> jwks = variables.optional(JWKS, OidcSettings::address, ADDRESS);
        Optional<String> audience = variables.optional(AUDIENCE, text -> text, "a text");
        String username = variables.read("NEXUM_OIDC_USERNAME_CLAIM", text -> text, "a claim's name");
        String tenant = variables.read("NEXUM_OIDC_TENANT_CLAIM", text -> text, "a claim's name");
        Optional<String> roles = variables.optional(ROLES, text -> text, "a claim's name");
        if (issuer.isPresent() && audience.isEmpty()) {
            variables.wrong(AUDIENCE + " must be set with " + ISSUER + ", or tokens for others would count here");
        }
        if (issuer.isEmpty() && (jwks.isPresent() || audience.isPresent() || roles.isPresent())) {
            variables.wrong(ISSUER + " must be set for " + JWKS + ", " + AUDIENCE + " and " + ROLES + " to count");
        }
        return issuer.flatMap(
                at -> audience.map(whom -> new OidcSettings(at.toString(), jwks, whom, username, tenant, roles)));
    }

    /**
     * An address that keys can be fetched from without somebody on the way putting others in their place.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static URI address(String text) {
        URI address = URI.create(text);
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost())));
        if (!safe || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("it is not");
        }
        return address;
    }
}
