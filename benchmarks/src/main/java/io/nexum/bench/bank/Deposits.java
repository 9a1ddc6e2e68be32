package io.nexum.bench.bank;

import io.nexum.bench.load.FreshKeys;
import io.nexum.bench.load.RequestTemplate;
import io.nexum.bench.load.Requests;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Deposits to some accounts at random, each with a fresh idempotency key. */
public final class Deposits implements Requests {
    private final RequestTemplate template;
    private final List<byte[]> accounts;
    private final FreshKeys keys = new FreshKeys();

    public Deposits(String token, List<byte[]> accounts) {
        this.accounts = accounts;
        template = RequestTemplate.post(
                "/transactions/deposit", token, RequestTemplate.slot(FreshKeys.LENGTH), """
                {"account_id":"%s","amount":{"amount":"1.00","currency":"USD"},"description":"bench deposit"}""".formatted(
                                RequestTemplate.slot(Accounts.ID_LENGTH)));
    }

    @Override
    public int maxLength() {
        return template.length();
    }

    @Override
    public void next(ByteBuffer request) {
        template.writeTo(request);
        template.fill(request, 0, keys.next());
        template.fill(request, 1, accounts.get(ThreadLocalRandom.current().nextInt(accounts.size())));
    }
}
