package io.nexum.gateway;

import io.nexum.gateway.database.Database;
import io.nexum.gateway.settings.Settings;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running program: its database and all that speaks to it. */
public final class Nexum implements AutoCloseable {
    private final Database database;
    private final ServletWebServerApplicationContext context;

    private Nexum(Database database, ServletWebServerApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts it and returns when it serves. */
    public static Nexum start(Settings settings) {
        Database database = Database.open(settings);
        SpringApplication application = new SpringApplication(NexumApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("server.port", settings.port()));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(Database.class, () -> database);
        });
        try {
            return new Nexum(database, (ServletWebServerApplicationContext) application.run());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Where it serves. */
    public URI base() {
        int port = context.getWebServer() == null ? 0 : context.getWebServer().getPort();
        return URI.create("http://localhost:" + port);
    }

    /** Answers what is under way, then stops everything in order. */
    @Override
    public void close() {
        context.close();
        database.close(); // the context's, too; but it doesn't wait where the system's own shutdown has begun
    }
}
