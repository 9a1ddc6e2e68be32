package io.nexum.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateApiTest extends BankApiTest {
    @Test
    void the_newest_quotation_of_a_pair_is_told() {
        for (String rate : new String[] {"\"1.05\"", "1.0842"}) {
            Answer quoted = api().post("/rates", """
                    {"base": "CHF", "quote": "SEK", "rate": %s, "source": "desk"}
                    """.formatted(rate));
            assertThat(quoted.status()).as(quoted.text()).isEqualTo(201);
        }
        Answer newest = api().get("/rates/CHF/SEK");
        assertThat(newest.at("rate")).isEqualTo("1.0842");
        assertThat(newest.at("source")).isEqualTo("desk");
        Answer all = api().get("/rates?base=CHF&quote=SEK");
        assertThat(all.at("total")).isEqualTo("2");
        assertThat(all.at("rates/0/rate_id")).isEqualTo(newest.at("rate_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "NOK, NOK, 1.0, quote",
        "ABC, NOK, 1.0, base",
        "DKK, NOK, 0, rate",
        "DKK, NOK, -1, rate",
        "DKK, NOK, 1e3, rate",
        "DKK, NOK, 0.0000000000001, rate",
        "DKK, NOK, 1234567890123, rate"
    })
    void a_quotation_that_can_t_be_right_is_refused_by_its_field(String base, String quote, String rate, String field) {
        long before = head();
        Answer refused = api().post("/rates", """
                {"base": "%s", "quote": "%s", "rate": "%s", "source": "desk"}
                """.formatted(base, quote, rate));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
        assertThat(head()).isEqualTo(before);
    }

    @Test
    void a_quotation_of_tomorrow_is_refused() {
        Answer refused = api().post("/rates", """
                {"base": "DKK", "quote": "NOK", "rate": "1.5", "source": "desk", "quoted_at": "2999-01-01"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("quoted_at");
    }

    @ParameterizedTest
    @CsvSource({"/rates/ISK/NZD, 404", "/rates/ABC/USD, 404", "/rates?base=ABC, 422"})
    void a_pair_without_a_quotation_is_not_found(String route, int status) {
        assertThat(api().get(route).status()).isEqualTo(status);
    }
}
