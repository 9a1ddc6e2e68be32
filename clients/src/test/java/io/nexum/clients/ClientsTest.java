package io.nexum.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nexum.gateway.Nexum;
import io.nexum.gateway.settings.Settings;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients made of the document compile in three languages, and the one in Java works through a day. */
class ClientsTest {
    private static final String PASSWORD = "a password for tests";

    private static final Map<String, Object> JAVA = Map.of(
            "library", "native",
            "useJakartaEe", "true",
            "openApiNullable", "false",
            "apiPackage", "io.nexum.client.api",
            "modelPackage", "io.nexum.client.model",
            "invokerPackage", "io.nexum.client.invoker");

    @TempDir
    private static Path folder;

    private static Nexum nexum;

    private static Path document;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        nexum = Nexum.start(Settings.read(Map.of(
                "NEXUM_PORT",
                "0",
                "NEXUM_DATA_DIR",
                folder.resolve("data").toString(),
                "NEXUM_ADMIN_PASSWORD",
                PASSWORD)));
        document = folder.resolve("openapi.json");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI served = nexum.base().resolve("/openapi.json");
            client.send(HttpRequest.newBuilder(served).build(), BodyHandlers.ofFile(document));
        }
    }

    @AfterAll
    static void stop() {
        nexum.close();
    }

    @Test
    void the_client_in_java_compiles_and_works_through_a_day() throws ReflectiveOperationException, IOException {
        GeneratedClient client = GeneratedClient.of(document, "java", JAVA, folder.resolve("java"));
        Path classes = folder.resolve("classes");
        List<Path> sources = new ArrayList<>(client.sources(".java"));
        sources.add(Path.of("src/test/client/Scenario.java"));
        assertThat(compiled(sources, classes)).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            @SuppressWarnings("unchecked")
            BiFunction<URI, String, Map<String, String>> scenario = (BiFunction<URI, String, Map<String, String>>)
                    loader.loadClass("Scenario").getConstructor().newInstance();
            assertThat(scenario.apply(nexum.base(), PASSWORD))
                    .containsExactly(
                            entry("metadata", "{segment={since=2019, vip=true}}"),
                            entry("everyday", "750.00"),
                            entry("savings", "250.00"),
                            entry("loan", "active of 1200.00"),
                            entry("plan", "12"),
                            entry("loans", "1"),
                            entry("refusal", "400 urn:nexum:problem:insufficient-funds"),
                            entry("customers", "1"),
                            entry("accounts", "2"),
                            entry("transactions", "3"),
                            entry("products", "0"),
                            entry("rates", "0"),
                            entry("roles", "some"),
                            entry("books", "true"));
        }
    }

    private static String compiled(List<Path> sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
        boolean well = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(sources))
                .call();
        return well ? "" : said.toString();
    }

    @Test
    void the_client_in_python_compiles() throws IOException, InterruptedException {
        assumeTrue(GeneratedClient.isThere("python3"), "no Python here");
        Path python = folder.resolve("python");
        GeneratedClient client = GeneratedClient.of(document, "python", Map.of("packageName", "nexum_client"), python);
        assertThat(client.sources(".py")).hasSizeGreaterThan(200);
        assertThat(GeneratedClient.complaints(python, "python3", "-m", "compileall", "-q", "."))
                .isEmpty();
    }

    /** By the compiler that is on the path; {@code npm install -g typescript} puts it there. */
    @Test
    void the_client_in_typescript_compiles() throws IOException, InterruptedException {
        Path typescript = folder.resolve("typescript");
        GeneratedClient client = GeneratedClient.of(document, "typescript-fetch", Map.of(), typescript);
        assertThat(client.sources(".ts")).hasSizeGreaterThan(200);
        assumeTrue(GeneratedClient.isThere("tsc"), "no TypeScript here");
        assertThat(GeneratedClient.complaints(
                        typescript,
                        "tsc",
                        "--noEmit",
                        "--strict",
                        "--target",
                        "es2020",
                        "--module",
                        "es2020",
                        "--moduleResolution",
                        "node",
                        "--lib",
                        "es2020,dom",
                        "index.ts"))
                .isEmpty();
    }
}
