package io.nexum.bench.bank;

import io.nexum.gateway.demo.BankClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Opens accounts through the API and puts money on them. */
public final class Accounts {
    /** Characters of an account's id. */
    public static final int ID_LENGTH = 36;

    /** Lines of one bulk: so many stay below a request's 1 MiB. */
    public static final int BULK_LINES = 4_000;

    private static final int ACCOUNTS_A_CUSTOMER = 10;

    private Accounts() {}

    /** A customer whom the bank knows. */
    public static String customer(BankClient client, String lastName) throws IOException, InterruptedException {
        String customer = client.post(
                        "/customers",
                        Map.of("first_name", "Bench", "last_name", lastName, "email", "bench@example.com"))
                .granted()
                .path("customer_id")
                .stringValue();
        client.put("/customers/" + customer + "/kyc", Map.of("status", "verified", "tier", "tier_3"))
                .granted();
        return customer;
    }

    public static String open(BankClient client, String customer, String currency, String name)
            throws IOException, InterruptedException {
        return client.post(
                        "/accounts",
                        Map.of("customer_id", customer, "product_type", "checking", "currency", currency, "name", name))
                .granted()
                .path("account_id")
                .stringValue();
    }

    /** Opens many, a few a customer, and returns their ids as they go into a request. */
    public static List<byte[]> openMany(BankClient client, int count) throws IOException, InterruptedException {
        List<Callable<List<byte[]>>> customers = new ArrayList<>();
        for (int i = 0; i < count; i += ACCOUNTS_A_CUSTOMER) {
            int accounts = Math.min(ACCOUNTS_A_CUSTOMER, count - i);
            customers.add(() -> openOfOneCustomer(client, accounts));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<byte[]> accounts = new ArrayList<>();
            for (Future<List<byte[]>> opened : threads.invokeAll(customers)) {
                accounts.addAll(opened.get());
            }
            return accounts;
        } catch (ExecutionException e) {
            throw new IOException("the accounts could not be opened", e);
        }
    }

    private static List<byte[]> openOfOneCustomer(BankClient client, int count)
            throws IOException, InterruptedException {
        String customer = customer(client, "Customer");
        List<byte[]> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            accounts.add(open(client, customer, "USD", "Bench " + i).getBytes(StandardCharsets.US_ASCII));
        }
        return accounts;
    }

    /** One deposit to each account, all or nothing. */
    public static void deposit(BankClient client, List<byte[]> accounts, String amount)
            throws IOException, InterruptedException {
        for (int from = 0; from < accounts.size(); from += BULK_LINES) {
            List<byte[]> some = accounts.subList(from, Math.min(accounts.size(), from + BULK_LINES));
            List<Map<String, Object>> lines = some.stream()
                    .map(account -> Map.<String, Object>of(
                            "transaction_type",
                            "deposit",
                            "account_id",
                            new String(account, StandardCharsets.US_ASCII),
                            "amount",
                            Map.of("amount", amount, "currency", "USD"),
                            "description",
                            "bench funds"))
                    .toList();
            client.post("/transactions/bulk", Map.of("mode", "atomic", "transactions", lines))
                    .granted();
        }
    }
}
