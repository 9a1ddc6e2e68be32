package io.nexum.gateway.terms;

import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Makes money and fees of the fields of one object, whose amounts are all in one currency.
 *
 * @param errors of the object
 */
public record InOneCurrency(Currency currency, ValidationErrors errors) {
    /** Nothing if it wasn't sent or can't be right. */
    public Optional<Money> money(String field, Optional<Amount> sent) {
        return sent.flatMap(amount -> amount.in(currency, errors.at(field)));
    }

    /** A fee of zero is none. */
    public Optional<FeeScale> fee(String field, Optional<FeeScaleFields> sent) {
        return sent.flatMap(scale -> scale.in(currency, errors.at(field))).filter(scale -> !scale.isNothing());
    }

    /** The same of an item of a list that is a field of the object. */
    public InOneCurrency item(String list, int index) {
        return new InOneCurrency(currency, errors.at(list).at(index));
    }

    public static Optional<BigDecimal> plain(Optional<BigDecimal> rate) {
        return rate.map(InOneCurrency::plain);
    }

    /** So that 0.240 and 0.24 are the same. */
    public static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
