package io.nexum.gateway.product;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductFee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The fees that have no field of their own, as a request says them.
 *
 * @param features what stands in their place if they are mere words, which say nothing of what they cost
 */
@ConvertedBy(ListedFees.Form.class)
record ListedFees(List<FeeFields> charged, Map<String, Object> features) {
    static final class Form implements Converter<ListedFees> {
        private static final Converter<List<FeeFields>> FEES =
                Converters.list(FeeFields.class, DepositConditions.MOST_FEES);

        @Override
        @SuppressWarnings("unchecked") // a feature's name is a text
        public Optional<ListedFees> convert(JsonNode sent, ValidationErrors errors) {
            if (sent.path(0).isString()) {
                return Converters.of(Map.class)
                        .convert(Json.MAPPER.createObjectNode().set("fees", sent), errors)
                        .map(words -> new ListedFees(List.of(), words));
            }
            return FEES.convert(sent, errors).map(fees -> new ListedFees(fees, Map.of()));
        }
    }

    List<ProductFee> in(InOneCurrency in) {
        List<ProductFee> fees = new ArrayList<>();
        for (int i = 0; i < charged.size(); i++) {
            charged.get(i).in(in.item("fees", i)).ifPresent(fees::add);
        }
        return List.copyOf(fees);
    }
}
