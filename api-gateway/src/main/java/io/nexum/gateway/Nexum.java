package io.nexum.gateway;

import io.nexum.command.store.key.KeyStore;
import io.nexum.gateway.database.Database;
import io.nexum.gateway.privacy.PersonalKeys;
import io.nexum.gateway.settings.Settings;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running program: its database and all that speaks to it. */
public final class Nexum implements AutoCloseable {
    private final Settings settings;
    private final Database database;
    private final ServletWebServerApplicationContext context;

    private Nexum(Settings settings, Database database, ServletWebServerApplicationContext context) {
        this.settings = settings;
        this.database = database;
        this.context = context;
    }

    /** Starts it and returns when it serves. */
    public static Nexum start(Settings settings) {
        Database database = Database.open(settings);
        KeyStore keys;
        try {
            keys = PersonalKeys.open(database, settings);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        SpringApplication application = new SpringApplication(NexumApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(Database.class, () -> database);
            beans.registerBean(KeyStore.class, () -> keys);
        });
        try {
            return new Nexum(settings, database, (ServletWebServerApplicationContext) application.run());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", settings.port());
        settings.web().tls().ifPresent(tls -> {
            String bundle = "spring.ssl.bundle.pem.nexum.";
            properties.put("server.ssl.bundle", "nexum");
            properties.put(bundle + "keystore.certificate", tls.certificate().toUri());
            properties.put(bundle + "keystore.private-key", tls.key().toUri());
            properties.put(bundle + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
            properties.put(bundle + "reload-on-update", "true");
        });
        return properties;
    }

    /** Where it serves. */
    public URI base() {
        int port = context.getWebServer() == null ? 0 : context.getWebServer().getPort();
        return URI.create((settings.web().tls().isPresent() ? "https" : "http") + "://localhost:" + port);
    }

    /** Answers what is under way, then stops everything in order. */
    @Override
    public void close() {
        context.close();
        database.close(); // the context's, too; but it doesn't wait where the system's own shutdown has begun
    }
}
