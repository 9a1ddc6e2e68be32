package io.nexum.gateway;

import io.nexum.gateway.demo.DemoScenario;
import io.nexum.gateway.settings.Secrets;
import io.nexum.gateway.settings.Secrets.Secret;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;

/** {@code run} and {@code demo}: the program serves until it is told to stop. */
final class Serving {
    private static final int GOES_ON = -1;

    private Serving() {}

    static int run(Settings settings, PrintStream out) {
        start(settings, out);
        return GOES_ON;
    }

    /** Plays the scenario by way of the REST API, and goes on serving. */
    static int demo(Settings settings, PrintStream out) throws IOException, InterruptedException {
        Nexum nexum = start(settings, out);
        String password =
                new Secrets(settings.dataDir()).adminPassword(settings).value();
        DemoScenario.play(nexum.base(), "admin", password, out);
        out.println();
        out.println("Nexum goes on serving on " + nexum.base() + "; stop it with Ctrl-C.");
        return GOES_ON;
    }

    private static Nexum start(Settings settings, PrintStream out) {
        Nexum nexum = Nexum.start(settings);
        Secrets secrets = new Secrets(settings.dataDir());
        out.println();
        out.println("Nexum " + Version.NAME + " serves on " + nexum.base());
        out.println("  API docs        " + nexum.base() + "/docs");
        out.println("  data            " + settings.dataDir());
        out.println("  database        "
                + settings.database().map(Object::toString).orElse("embedded PostgreSQL, in the data folder"));
        out.println("  user admin      password " + place(secrets.adminPassword(settings), "NEXUM_ADMIN_PASSWORD"));
        out.println("  token secret    " + place(secrets.jwtSecret(settings), "NEXUM_JWT_SECRET"));
        out.println("  master key      " + place(secrets.masterKey(settings), "NEXUM_MASTER_KEY"));
        out.println();
        return nexum;
    }

    private static String place(Secret secret, String variable) {
        return secret.place().map(path -> "in " + path).orElse("from " + variable);
    }
}
