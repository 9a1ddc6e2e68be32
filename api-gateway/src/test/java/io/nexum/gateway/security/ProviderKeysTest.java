package io.nexum.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.Nexum;
import io.nexum.gateway.NexumServer;
import io.nexum.gateway.user.People;
import io.nexum.gateway.user.People.Person;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider changes its keys, and is away at times. */
class ProviderKeysTest extends BankApiTest {
    private static Answer customers(Nexum at, String token) {
        return new Api(at.base(), token).get("/customers");
    }

    @Test
    void a_key_that_the_provider_changes_is_followed_and_its_old_one_counts_no_more() throws IOException {
        Person reader = People.with("read_only");
        try (Issuer changing = new Issuer();
                Nexum there = changing.trustedBy(Map.of())) {
            JWTClaimsSet claims = changing.claims("default", reader.username()).build();
            String old = changing.token(claims);
            assertThat(customers(there, old).status()).isEqualTo(200);

            changing.changeKeys(Issuer.rsa("second"));

            assertThat(customers(there, changing.token(claims)).status()).isEqualTo(200);
            assertThat(customers(there, old).status()).isEqualTo(401);
        }
    }

    @Test
    void tokens_that_name_keys_that_nobody_has_do_not_make_us_a_nuisance_to_the_provider() throws IOException {
        Person reader = People.with("read_only");
        try (Issuer calm = new Issuer();
                Nexum there = calm.trustedBy(Map.of())) {
            JWTClaimsSet claims = calm.claims("default", reader.username()).build();
            assertThat(customers(there, calm.token(claims)).status()).isEqualTo(200);
            RSAKey stranger = Issuer.rsa("stranger");
            for (int i = 0; i < 20; i++) {
                assertThat(customers(there, Issuer.sign(claims, stranger)).status())
                        .isEqualTo(401);
            }
            assertThat(calm.fetches()).isLessThan(10);
            assertThat(customers(there, calm.token(claims)).status()).isEqualTo(200);
        }
    }

    @Test
    void a_provider_that_is_away_keeps_nothing_from_starting_and_is_asked_again() throws IOException {
        Person reader = People.with("read_only");
        try (Issuer away = new Issuer()) {
            away.goAway();
            try (Nexum there = away.trustedBy(Map.of())) {
                String token =
                        away.token(away.claims("default", reader.username()).build());

                Answer refused = customers(there, token);

                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.at("type")).endsWith(":identity-provider-unavailable");
                assertThat(refused.header("Retry-After")).isPresent();
                assertThat(customers(there, NexumServer.running().token()).status())
                        .isEqualTo(200);
                away.comeBack();
                await().until(() -> customers(there, token).status() == 200);
            }
        }
    }
}
