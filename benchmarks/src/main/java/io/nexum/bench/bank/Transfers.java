package io.nexum.bench.bank;

import io.nexum.bench.load.FreshKeys;
import io.nexum.bench.load.RequestTemplate;
import io.nexum.bench.load.Requests;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Transfers between two accounts at random, one or many a request, each request with a fresh idempotency key.
 *
 * <p>The accounts fall into groups. A request stays in one, and the groups take turns: with as many as there are
 * connections, bulks under way at the same time seldom touch the same accounts, as the files of different payers do.
 */
public final class Transfers implements Requests {
    private final RequestTemplate template;
    private final List<byte[]> accounts;
    private final int groups;
    private final FreshKeys keys = new FreshKeys();
    private int requests;

    private Transfers(RequestTemplate template, List<byte[]> accounts, int groups) {
        this.template = template;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** One a request. */
    public static Transfers single(String token, List<byte[]> accounts) {
        return new Transfers(RequestTemplate.post("/transactions/transfer", token, key(), transfer("")), accounts, 1);
    }

    /** Many a request, all or nothing. */
    public static Transfers bulk(String token, List<byte[]> accounts, int transfersARequest, int groups) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < transfersARequest; i++) {
            lines.append(i == 0 ? "" : ",").append(transfer("\"transaction_type\":\"transfer_internal\","));
        }
        String json = "{\"mode\":\"atomic\",\"transactions\":[" + lines + "]}";
        return new Transfers(RequestTemplate.post("/transactions/bulk", token, key(), json), accounts, groups);
    }

    private static String key() {
        return RequestTemplate.slot(FreshKeys.LENGTH);
    }

    private static String transfer(String type) {
        String account = RequestTemplate.slot(Accounts.ID_LENGTH);
        return """
                {%s"from_account_id":"%s","to_account_id":"%s","amount":{"amount":"1.00","currency":"USD"},\
                "description":"bench transfer"}""".formatted(type, account, account);
    }

    @Override
    public int maxLength() {
        return template.length();
    }

    @Override
    public void next(ByteBuffer request) {
        template.writeTo(request);
        template.fill(request, 0, keys.next());
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int size = accounts.size() / groups;
        int first = requests++ % groups * size;
        for (int slot = 1; slot < template.slots(); slot += 2) {
            int from = random.nextInt(size);
            int to = (from + 1 + random.nextInt(size - 1)) % size;
            template.fill(request, slot, accounts.get(first + from));
            template.fill(request, slot + 1, accounts.get(first + to));
        }
    }
}
