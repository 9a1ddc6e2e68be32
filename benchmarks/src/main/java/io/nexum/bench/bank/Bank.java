package io.nexum.bench.bank;

import io.nexum.bench.load.Load;
import io.nexum.bench.load.LoadResult;
import io.nexum.bench.load.Requests;
import io.nexum.gateway.demo.BankClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The running program with some funded accounts, and a user who is logged in. */
public final class Bank implements AutoCloseable {
    private static final int ACCOUNTS = 1_000;
    private static final String FUNDS = "1000000.00";
    private static final int UNREACHED_QUOTA = 1_000_000_000;

    private final NexumServer server;
    private final boolean ownsServer;
    private final BankClient client;
    private final List<byte[]> accounts;

    private Bank(NexumServer server, boolean ownsServer, BankClient client, List<byte[]> accounts) {
        this.server = server;
        this.ownsServer = ownsServer;
        this.client = client;
        this.accounts = accounts;
    }

    public static Bank open(NexumServer server, String adminPassword) throws IOException, InterruptedException {
        BankClient client = new BankClient(server.base());
        client.login("admin", adminPassword);
        return open(server, true, client);
    }

    private static Bank open(NexumServer server, boolean ownsServer, BankClient client)
            throws IOException, InterruptedException {
        List<byte[]> accounts = Accounts.openMany(client, ACCOUNTS);
        Accounts.deposit(client, accounts, FUNDS);
        return new Bank(server, ownsServer, client, accounts);
    }

    /** Another bank on the same program: a tenant of the largest tier, kept within quotas that it doesn't reach. */
    public Bank openTenant() throws IOException, InterruptedException {
        JsonNode tenant = client.post(
                        "/tenants",
                        Map.of(
                                "name", "Bench",
                                "code", "BENCH",
                                "display_name", "Bench",
                                "subscription_tier", "enterprise",
                                "max_daily_transactions", UNREACHED_QUOTA,
                                "max_hourly_api_calls", UNREACHED_QUOTA))
                .granted();
        JsonNode admin = tenant.path("admin_user");
        String oneTime = admin.path("one_time_password").stringValue();
        BankClient own = new BankClient(server.base());
        JsonNode login = own.loginAt(tenant.path("tenant_id").stringValue(), "admin", oneTime);
        own.post(
                        "/rbac/auth/change-password?user_id="
                                + login.path("user_id").stringValue(),
                        Map.of(
                                "old_password",
                                oneTime,
                                "new_password",
                                UUID.randomUUID().toString()))
                .granted();
        return open(server, false, own);
    }

    public NexumServer server() {
        return server;
    }

    public BankClient client() {
        return client;
    }

    public List<byte[]> accounts() {
        return accounts;
    }

    public Deposits deposits() {
        return new Deposits(client.token(), accounts);
    }

    public LoadResult load(int connections, Requests requests, Duration warmUp, Duration measured) throws IOException {
        return Load.run(server.address(), connections, requests, warmUp, measured);
    }

    @Override
    public void close() {
        client.close();
        if (ownsServer) {
            server.close();
        }
    }
}
