package io.nexum.bench.bank;

import io.nexum.bench.load.Load;
import io.nexum.bench.load.LoadResult;
import io.nexum.bench.load.Requests;
import io.nexum.gateway.demo.BankClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The running program with some funded accounts, and a user who is logged in. */
public final class Bank implements AutoCloseable {
    private static final int ACCOUNTS = 1_000;
    private static final String FUNDS = "1000000.00";

    private final NexumServer server;
    private final BankClient client;
    private final List<byte[]> accounts;

    private Bank(NexumServer server, BankClient client, List<byte[]> accounts) {
        this.server = server;
        this.client = client;
        this.accounts = accounts;
    }

    public static Bank open(NexumServer server, String adminPassword) throws IOException, InterruptedException {
        BankClient client = new BankClient(server.base());
        client.login("admin", adminPassword);
        List<byte[]> accounts = Accounts.openMany(client, ACCOUNTS);
        Accounts.deposit(client, accounts, FUNDS);
        return new Bank(server, client, accounts);
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
        server.close();
    }
}
