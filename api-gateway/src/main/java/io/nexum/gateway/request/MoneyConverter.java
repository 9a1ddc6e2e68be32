package io.nexum.gateway.request;

import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Money as an object of {@code amount} and {@code currency}. */
final class MoneyConverter implements Converter<Money> {
    private static final TextForm<Currency> CURRENCY =
            TextForms.of(Currency.class).orElseThrow();

    @Override
    public Optional<Money> convert(JsonNode sent, ValidationErrors errors) {
        if (!sent.isObject()) {
            return errors.reject("must be an object");
        }
        Optional<BigDecimal> amount = part(sent, "amount", Converters.value(Decimals::of), errors);
        Optional<Currency> currency = part(sent, "currency", Converters.text(CURRENCY), errors);
        return amount.flatMap(number -> currency.flatMap(code -> money(number, code, errors.at("amount"))));
    }

    /** @param errors of the amount */
    static Optional<Money> money(BigDecimal amount, Currency currency, ValidationErrors errors) {
        if (amount.stripTrailingZeros().scale() > currency.decimals()) {
            return errors.reject("must have at most " + currency.decimals() + " decimals, as " + currency + " has");
        }
        return Optional.of(Money.of(amount, currency));
    }

    private static <T> Optional<T> part(JsonNode object, String name, Converter<T> converter, ValidationErrors errors) {
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull()
                ? errors.at(name).reject("is missing")
                : converter.convert(value, errors.at(name));
    }
}
