package io.nexum.gateway.terms;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.kernel.interest.BalanceMethod;
import io.nexum.kernel.interest.DayCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * By what method interest is calculated: which balance earns it. Clients of the original say by it how days count, which
 * is about each day's balance.
 */
@ConvertedBy(CalculationMethod.Form.class)
@Schema(type = "string", example = "daily_balance")
record CalculationMethod(BalanceMethod balance, Optional<DayCount> dayCount) {
    static final class Form implements Converter<CalculationMethod> {
        private static final Converter<CalculationMethod> WORD = Converters.text(word -> {
            Optional<DayCount> dayCount = TermWords.DAY_COUNTS.find(word);
            return new CalculationMethod(
                    dayCount.isPresent() ? BalanceMethod.DAILY : TermWords.BALANCES.of(word), dayCount);
        });

        @Override
        public Optional<CalculationMethod> convert(JsonNode sent, ValidationErrors errors) {
            return WORD.convert(sent, errors);
        }
    }
}
