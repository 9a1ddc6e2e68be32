package io.nexum.query.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.rate.RateEvent.RateQuoted;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.rate.RateQuery.FindRates;
import io.nexum.kernel.rate.RateQuery.GetRate;
import io.nexum.query.TestBank;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateAnswersTest {
    private static final Currency EUR = Currency.of("EUR");

    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void the_newest_rate_is_the_one_quoted_last_by_its_own_time() {
        ExchangeRate newer = quote(EUR, TestBank.USD, "1.1000", Duration.ZERO);
        ExchangeRate older = quote(EUR, TestBank.USD, "1.0900", Duration.ofHours(1));
        ExchangeRate inverse = quote(TestBank.USD, EUR, "0.91", Duration.ZERO);

        assertThat(bank.ask(new GetRate(EUR, TestBank.USD))).isEqualTo(newer);
        assertThat(bank.ask(new FindRates(Optional.of(EUR), Optional.empty(), PageRequest.FIRST))
                        .items())
                .containsExactly(newer, older);
        assertThat(bank.ask(new FindRates(Optional.empty(), Optional.of(EUR), PageRequest.FIRST))
                        .items())
                .containsExactly(inverse);
    }

    @Test
    void a_pair_that_nobody_quoted_is_not_found() {
        assertThatThrownBy(() -> bank.ask(new GetRate(EUR, TestBank.USD)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no rate EUR-USD");
    }

    private ExchangeRate quote(Currency base, Currency quote, String rate, Duration ago) {
        ExchangeRate quoted = new ExchangeRate(
                new RateId(UUID.randomUUID()),
                base,
                quote,
                new BigDecimal(rate),
                "desk",
                bank.log.now().minus(ago));
        bank.append(new RateQuoted(quoted));
        return quoted;
    }
}
