package io.nexum.gateway.tenant;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.tenant.Installation.Bank;

/** Banks beside the default one, on the program that all tests share. */
public final class Banks {
    public static final String PASSWORD = Installation.PASSWORD;

    private static final Installation HERE = Installation.running();

    private Banks() {}

    static String freshCode() {
        return Installation.freshCode();
    }

    /** @param more further fields of the tenant, each with a comma before it */
    public static Bank open(String more) {
        return HERE.open(freshCode(), more);
    }

    /** Speaks as the administrator of the installation. */
    static Api platform() {
        return HERE.platform();
    }

    public static Answer login(String tenant, String user, String password, String... headers) {
        return HERE.login(tenant, user, password, headers);
    }
}
