package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.tenant.Banks;
import io.nexum.gateway.tenant.Installation.Bank;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users come in by tokens of an identity provider that really serves its keys. */
class ProviderLoginTest extends BankApiTest {
    private static Issuer issuer = new Issuer();
    private static Nexum node;

    @BeforeAll
    static void start() throws IOException {
        node = issuer.trustedBy(Map.of());
    }

    @AfterAll
    static void stop() {
        node.close();
        issuer.close();
    }

    private static Answer customers(String token) {
        return customers(node, token);
    }

    private static Answer customers(Nexum at, String token, String... headers) {
        return new Api(at.base(), token).get("/customers", headers);
    }

    private static JWTClaimsSet.Builder claims(Person person) {
        return issuer.claims("default", person.username());
    }

    @Test
    void a_user_comes_in_by_the_provider_s_word_with_the_rights_of_the_bank_s_roles() {
        Person reader = People.with("read_only");
        Person nobody = People.with();

        assertThat(customers(issuer.token(claims(reader).build())).status()).isEqualTo(200);
        assertThat(customers(Issuer.sign(claims(reader).build(), issuer.last())).status())
                .as("a key of an elliptic curve")
                .isEqualTo(200);
        assertThat(customers(issuer.token(claims(nobody).build())).status()).isEqualTo(403);
        assertThat(new Api(node.base(), issuer.token(claims(reader).build()))
                        .get("/rbac/users")
                        .status())
                .isEqualTo(403);
        assertThat(reader.api().get("/customers").status())
                .as("tokens of the program itself count as before")
                .isEqualTo(200);
    }

    @Test
    void what_the_user_does_is_on_record_under_the_user_s_own_name() {
        Person teller = People.with("teller");
        Answer made = new Api(node.base(), issuer.token(claims(teller).build()))
                .post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail()));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(api().get("/audit/events?entity_type=customer&entity_id=" + made.at("customer_id"))
                        .text())
                .contains("\"" + teller.username() + "\"");
    }

    @Test
    void a_token_that_is_wrong_in_anything_is_refused() {
        Person reader = People.with("read_only");
        JWTClaimsSet good = claims(reader).build();
        RSAKey key = (RSAKey) issuer.first();
        Date longAgo = Date.from(Instant.now().minusSeconds(90));

        Map<String, String> wrong = Map.of(
                "another's key under the same name", Issuer.sign(good, Issuer.rsa("first")),
                "another issuer",
                        issuer.token(
                                claims(reader).issuer("https://login.example").build()),
                "for somebody else",
                        issuer.token(claims(reader).audience("another-api").build()),
                "expired", issuer.token(claims(reader).expirationTime(longAgo).build()),
                "without an end",
                        issuer.token(claims(reader).expirationTime(null).build()),
                "not yet valid",
                        issuer.token(claims(reader)
                                .notBeforeTime(Date.from(Instant.now().plusSeconds(90)))
                                .build()),
                "unsigned", Issuer.unsigned(good),
                "signed with the public key as a secret", Issuer.signWithPublicKey(good, key),
                "another algorithm of the right key", Issuer.signWith(JWSAlgorithm.RS512, good, key));

        wrong.forEach((what, token) -> {
            Answer refused = customers(token);
            assertThat(refused.status()).as(what).isEqualTo(401);
            assertThat(refused.at("type")).as(what).isEqualTo("urn:nexum:problem:unauthorized");
        });
        String changed = issuer.token(good);
        assertThat(customers(changed.substring(0, changed.length() - 6) + "AAAAAA")
                        .status())
                .isEqualTo(401);
        assertThat(customers(issuer.token(good)).status()).isEqualTo(200);
    }

    @Test
    void clocks_may_differ_a_little() {
        Person reader = People.with("read_only");
        Instant now = Instant.now();

        assertThat(customers(issuer.token(claims(reader)
                                .expirationTime(Date.from(now.minusSeconds(10)))
                                .build()))
                        .status())
                .isEqualTo(200);
        assertThat(customers(issuer.token(claims(reader)
                                .notBeforeTime(Date.from(now.plusSeconds(15)))
                                .build()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whom_the_bank_does_not_know_or_keeps_out_is_not_let_in() {
        Person person = People.with("read_only");
        assertThat(customers(issuer.token(
                                issuer.claims("default", "nobody-at-all").build()))
                        .status())
                .isEqualTo(401);
        assertThat(customers(issuer.token(claims(person).claim("tenant", null).build()))
                        .status())
                .isEqualTo(401);
        assertThat(customers(issuer.token(
                                claims(person).claim("preferred_username", 7).build()))
                        .status())
                .isEqualTo(401);
        String token = issuer.token(claims(person).build());
        assertThat(customers(token).status()).isEqualTo(200);

        Api there = new Api(node.base(), NexumServer.running().token()); // at the same node it counts at once
        assertThat(there.post("/rbac/users/" + person.id() + "/deactivate", "").status())
                .isEqualTo(200);

        assertThat(customers(token).status()).isEqualTo(401);
        assertThat(there.post("/rbac/users/" + person.id() + "/activate", "").status())
                .isEqualTo(200);
        await().until(() -> customers(token).status() == 200);
    }

    @Test
    void a_token_is_for_the_bank_that_it_names_and_whose_user_that_is() {
        Bank bank = Banks.open("");
        Bank other = Banks.open("");
        Person ofDefault = People.with("read_only");

        String token = issuer.token(issuer.claims(bank.id(), "admin").build());
        Answer own = customers(token);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.header("X-Tenant-ID")).contains(bank.id());
        assertThat(customers(issuer.token(
                                issuer.claims(bank.id(), ofDefault.username()).build()))
                        .status())
                .isEqualTo(401);
        assertThat(customers(issuer.token(issuer.claims("no-such-bank", "admin").build()))
                        .status())
                .isEqualTo(401);
        Answer foreign = customers(node, token, "X-Tenant-ID", other.id());
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.at("type")).endsWith(":foreign-tenant");

        api().post("/tenants/" + bank.id() + "/deactivate", "");
        await().until(() -> customers(token).at("type").endsWith(":tenant-not-active"));
    }

    @Test
    void acting_for_another_bank_is_noted_once_a_login_and_not_once_a_token() {
        Bank bank = Banks.open("");
        JWTClaimsSet.Builder login = issuer.claims("default", "admin").claim("sid", "session-1");
        for (String id : List.of("token-1", "token-2")) {
            String token = issuer.token(login.jwtID(id).build());
            assertThat(customers(node, token, "X-Tenant-ID", bank.id()).status())
                    .isEqualTo(200);
        }

        assertThat(bank.user()
                        .get("/audit/events?type=access.administrator_entered.v1")
                        .at("total"))
                .isEqualTo("1");
    }

    @Test
    void a_token_that_does_not_count_is_charged_to_its_address() throws IOException {
        Map<String, String> small = Map.of("NEXUM_ADDRESS_RATE_LIMIT_PER_MINUTE", "2");
        try (Nexum there = issuer.trustedBy(small)) {
            String expired = issuer.token(issuer.claims("default", "admin")
                    .expirationTime(Date.from(Instant.now().minusSeconds(90)))
                    .build());
            for (int i = 0; i < 2; i++) {
                assertThat(customers(there, expired).status()).isEqualTo(401);
            }
            assertThat(customers(there, expired).status()).isEqualTo(429);
        }
    }

    @Test
    void where_the_settings_say_so_the_provider_names_the_roles() throws IOException {
        Person admin = People.with("admin");
        Person kept = People.with("read_only");
        api().post("/rbac/users/" + kept.id() + "/deactivate", "");
        try (Nexum there = issuer.trustedBy(Map.of("NEXUM_OIDC_ROLES_CLAIM", "realm_access.roles"))) {
            Map<String, List<String>> reader = Map.of("roles", List.of("Read Only", "some role of theirs", "*"));

            JWTClaimsSet.Builder stranger = issuer.claims("default", "stranger").claim("realm_access", reader);
            assertThat(customers(there, issuer.token(stranger.build())).status())
                    .isEqualTo(200);
            assertThat(new Api(there.base(), issuer.token(stranger.build()))
                            .get("/rbac/users")
                            .status())
                    .isEqualTo(403);
            assertThat(customers(
                                    there,
                                    issuer.token(
                                            issuer.claims("default", "stranger").build()))
                            .status())
                    .isEqualTo(403);
            assertThat(customers(there, issuer.token(claims(admin).build())).status())
                    .as("roles of the bank don't count then")
                    .isEqualTo(403);
            for (String name : List.of(kept.username(), "key:stranger", "admin@default")) {
                assertThat(customers(
                                        there,
                                        issuer.token(issuer.claims("default", name)
                                                .claim("realm_access", reader)
                                                .build()))
                                .status())
                        .as(name)
                        .isEqualTo(401);
            }
        }
    }
}
