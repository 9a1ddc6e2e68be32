package io.nexum.gateway.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.kernel.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The name in front of the domain chooses among the banks that a login or a token is good for. */
class SubdomainApiTest extends BankApiTest {
    private static final String DOMAIN = "bank.example";

    private static final Nexum NEXUM = start();
    private static final Node NODE = new Node(NEXUM.base());

    /** Java's own client chooses the header Host by itself, so this one writes it to the line. */
    private record Node(URI base) {
        Answer send(String method, String path, String host, String token, String body) throws IOException {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                    + (body.isEmpty()
                            ? ""
                            : "Content-Type: application/json\r\nContent-Length: " + body.getBytes(UTF_8).length
                                    + "\r\n")
                    + "\r\n" + body;
            try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                socket.getOutputStream().write(request.getBytes(UTF_8));
                return new Answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
            }
        }

        Answer get(String host, String token) throws IOException {
            return send("GET", "/rates", host, token, "");
        }

        Answer login(String host, String more) throws IOException {
            return send("POST", "/auth/login", host, "", """
                    {"username": "admin", "password": "%s"%s}
                    """.formatted(Banks.PASSWORD, more));
        }
    }

    private record Answer(String text) {
        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /** The first JSON object's text field, whatever the body's transfer encoding. */
        String at(String field) {
            JsonNode json = Json.tree(
                    text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1).getBytes(UTF_8));
            return json.path(field).asString("");
        }
    }

    private static Nexum start() {
        try {
            return NexumServer.running()
                    .another(Map.of("NEXUM_TENANT_SUBDOMAIN_ENABLED", "true", "NEXUM_TENANT_BASE_DOMAIN", DOMAIN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        NEXUM.close();
    }

    private static String host(Bank bank) {
        return bank.id() + "." + DOMAIN;
    }

    private static String token(Bank bank) {
        return Banks.login(bank.id(), "admin", Banks.PASSWORD).at("access_token");
    }

    @Test
    void a_login_is_to_the_bank_in_front_of_the_domain() throws IOException {
        Bank bank = Banks.open("");
        Answer in = NODE.login(host(bank), "");
        assertThat(in.status()).as(in.text()).isEqualTo(200);

        Answer there = NODE.get(host(bank), in.at("access_token"));
        assertThat(there.status()).as(there.text()).isEqualTo(200);
        assertThat(there.text()).containsIgnoringCase("X-Tenant-ID: " + bank.id());
        assertThat(NODE.get(host(bank).toUpperCase(java.util.Locale.ROOT) + ":8090", in.at("access_token"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_login_that_names_another_bank_than_the_domain_is_refused() throws IOException {
        Bank bank = Banks.open("");
        assertThat(NODE.login(host(bank), ", \"tenant_id\": \"default\"").status())
                .isEqualTo(403);
        assertThat(NODE.login(host(bank), ", \"tenant_id\": \"" + bank.id() + "\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_of_another_bank_than_the_domains_is_refused_and_the_log_knows() throws IOException {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        Answer refused = NODE.get(host(other), token(bank));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("type")).endsWith("foreign-tenant");

        var known = bank.user().get("/audit/events?type=access.foreign_tenant_refused");
        assertThat(known.at("total")).isEqualTo("1");
        assertThat(known.at("events/0/data/asked")).isEqualTo(other.id());
        assertThat(other.user()
                        .get("/audit/events?type=access.foreign_tenant_refused")
                        .at("total"))
                .isEqualTo("0");
    }

    @Test
    void a_name_that_no_bank_has_is_refused_like_another_banks() throws IOException {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        String token = token(bank);
        Answer unknown = NODE.get("no-such-bank." + DOMAIN, token);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.at("detail")).isEqualTo(NODE.get(host(other), token).at("detail"));
        Answer login = NODE.login("no-such-bank." + DOMAIN, "");
        assertThat(login.status()).isEqualTo(401);
        assertThat(login.at("detail")).isEqualTo("user name or password is wrong");
    }

    @Test
    void the_domain_itself_and_other_hosts_choose_no_bank() throws IOException {
        Bank bank = Banks.open("");
        String token = token(bank);
        for (String host : new String[] {DOMAIN, "www." + DOMAIN, "localhost", "evil" + DOMAIN}) {
            Answer own = NODE.get(host, token);
            assertThat(own.status()).as(host).isEqualTo(200);
            assertThat(own.text()).as(host).containsIgnoringCase("X-Tenant-ID: " + bank.id());
            assertThat(NODE.login(host, ", \"tenant_id\": \"" + bank.id() + "\"")
                            .status())
                    .as(host)
                    .isEqualTo(200);
        }
    }
}
