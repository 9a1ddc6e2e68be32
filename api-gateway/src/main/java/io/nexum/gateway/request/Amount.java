package io.nexum.gateway.request;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An amount as clients send it where its currency is known from elsewhere: money, or a number alone.
 *
 * @param currency absent if a number alone was sent
 */
@ConvertedBy(Amount.Form.class)
public record Amount(BigDecimal number, Optional<Currency> currency) {
    /** An object of {@code amount} and {@code currency}, or a decimal number. */
    static final class Form implements Converter<Amount> {
        private static final Converter<BigDecimal> NUMBER = Converters.value(Decimals::of);
        private static final Converter<Money> MONEY = new MoneyConverter();

        @Override
        public Optional<Amount> convert(JsonNode sent, ValidationErrors errors) {
            return sent.isObject()
                    ? MONEY.convert(sent, errors)
                            .map(money -> new Amount(money.amount(), Optional.of(money.currency())))
                    : NUMBER.convert(sent, errors).map(number -> new Amount(number, Optional.empty()));
        }
    }

    /**
     * The money that it is.
     *
     * @param own the currency of a number alone, and the only one that may be sent
     * @param errors of the field that holds it
     * @return nothing if it is of another currency or too fine for its own
     */
    public Optional<Money> in(Currency own, ValidationErrors errors) {
        if (currency.filter(other -> other != own).isPresent()) {
            return errors.at("currency").reject("must be " + own + " as all amounts here");
        }
        return MoneyConverter.money(number, own, currency.isPresent() ? errors.at("amount") : errors);
    }

    /** Whether it is above, at or below zero: 1, 0 or -1. */
    public int signum() {
        return number.signum();
    }
}
