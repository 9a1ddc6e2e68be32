package io.nexum.bench.crash;

import io.nexum.bench.bank.Accounts;
import io.nexum.kernel.money.Currency;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/**
 * Two processes of the program move money between few accounts of one database for several clients, and close the
 * bank's days over some loans. Round after round one of the processes, PostgreSQL, or both are killed; after each the books must hold exactly what the clients were
 * told, whichever process told them.
 */
public final class CrashTest {
    private static final int ACCOUNTS_A_CURRENCY = 5;
    // With two and with three decimals.
    private static final List<Currency> CURRENCIES = List.of(Currency.of("USD"), Currency.of("KWD"));

    private static final List<Victim.Target> KILLED_IN_TURN =
            List.of(Victim.Target.PROGRAM, Victim.Target.POSTGRES, Victim.Target.BOTH);

    private CrashTest() {}

    /** @return whether the books were right after every round */
    public static boolean run(CrashTestOptions options, PrintStream out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nexum-crash-test");
        out.println("crash test: " + options.rounds() + " rounds, seed " + options.seed() + ", data in " + folder);
        boolean sound;
        try {
            sound = play(options, folder, out);
        } catch (IOException | RuntimeException e) {
            out.println("the crash test itself failed; the data stays in " + folder);
            throw e;
        }
        if (sound) {
            FileSystemUtils.deleteRecursively(folder);
            out.println("passed: after every round the books held what was acknowledged, once");
        } else {
            out.println("FAILED: the data, the program's log and the client's journal stay in " + folder);
        }
        return sound;
    }

    private static boolean play(CrashTestOptions options, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        Random random = new Random(options.seed());
        try (Victim victim = Victim.start(folder);
                Journal journal = new Journal(folder.resolve("client-journal.jsonl"))) {
            ExpectedBooks books = new ExpectedBooks();
            ClosedDays days = ClosedDays.prepare(victim.client());
            Map<Currency, List<String>> accounts = openAccounts(victim, books);
            for (int number = 1; number <= options.rounds(); number++) {
                Victim.Target target = KILLED_IN_TURN.get((number - 1) % KILLED_IN_TURN.size());
                Round round = new Round(victim, books, journal, days, accounts, options.loadSeconds(), out);
                if (!round.play(number, target, random)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Map<Currency, List<String>> openAccounts(Victim victim, ExpectedBooks books)
            throws IOException, InterruptedException {
        Map<Currency, List<String>> accounts = new LinkedHashMap<>();
        String customer = Accounts.customer(victim.client(), "Crash");
        for (Currency currency : CURRENCIES) {
            List<String> opened = new ArrayList<>();
            for (int i = 0; i < ACCOUNTS_A_CURRENCY; i++) {
                String account = Accounts.open(victim.client(), customer, currency.code(), "Crash test " + i);
                books.opened(account, currency);
                opened.add(account);
            }
            accounts.put(currency, opened);
        }
        return accounts;
    }
}
