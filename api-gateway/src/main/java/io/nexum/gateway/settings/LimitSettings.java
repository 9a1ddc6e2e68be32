package io.nexum.gateway.settings;

import java.util.List;

/**
 * How much a caller may ask for. Each number is requests a minute; 0 is no limit.
 *
 * @param anAddress of what is sent without a token, or with one that doesn't count
 * @param aUser of each user
 * @param aTenant of all users of a bank together
 * @param shared whether the nodes on one database count together
 * @param trustedProxies whose word on where a request comes from is taken
 */
public record LimitSettings(int anAddress, int aUser, int aTenant, boolean shared, List<AddressRange> trustedProxies) {
    private static final int MOST_A_MINUTE = 100_000_000;

    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE",
                    "60",
                    "requests a minute that an address may send without a valid token, logins among them;"
                            + " 0 to 100000000, 0 is no limit"),
            new Setting(
                    "NEXUM_RATE_LIMIT_PER_MINUTE",
                    "0",
                    "requests a minute of each user who is logged in; 0 to 100000000, 0 is no limit"),
            new Setting(
                    "NEXUM_TENANT_RATE_LIMIT_PER_MINUTE",
                    "0",
                    "requests a minute of all users of a tenant together; 0 to 100000000, 0 is no limit"),
            new Setting(
                    "NEXUM_RATE_LIMIT_SHARED",
                    "false",
                    "`true` if several nodes on one database are to count together; `true` or `false`"),
            new Setting(
                    "NEXUM_TRUSTED_PROXIES",
                    "",
                    "the proxies whose `X-Forwarded-For` says where a request comes from, as `10.0.0.0/8,::1`;"
                            + " without it the header is passed over"));

    static LimitSettings read(Variables variables) {
        return new LimitSettings(
                variables.number("NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE", 0, MOST_A_MINUTE),
                variables.number("NEXUM_RATE_LIMIT_PER_MINUTE", 0, MOST_A_MINUTE),
                variables.number("NEXUM_TENANT_RATE_LIMIT_PER_MINUTE", 0, MOST_A_MINUTE),
                variables.flag("NEXUM_RATE_LIMIT_SHARED"),
                variables
                        .optional("NEXUM_TRUSTED_PROXIES", AddressRange::parseAll, "addresses as 10.0.0.0/8,::1")
                        .orElse(List.of()));
    }
}
