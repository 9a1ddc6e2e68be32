package io.nexum.gateway.interest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.request.Body;
import io.nexum.gateway.request.Fields;
import io.nexum.gateway.terms.InterestTerms;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.InterestConditions;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an account's interest is from now on, in the words of a product's.
 *
 * @param sent the fields as they came: amounts alone are in the account's currency
 */
record AgreeInterestBody(
        @JsonUnwrapped InterestTerms terms, @JsonIgnore JsonNode sent) implements Body {
    static AgreeInterestBody read(Fields in) {
        if (!in.has("interest_rate") && !in.has("interest_tiers")) {
            in.wrong("interest_rate", "is missing; 0 for none");
        }
        return new AgreeInterestBody(InterestTerms.NONE, in.json());
    }

    /**
     * Empty if the account bears none.
     *
     * @throws io.nexum.kernel.RefusedException naming each field that can't be right
     */
    Optional<InterestConditions> in(Currency currency) {
        return Fields.read(sent, fields -> InterestTerms.read(new TermsReader(fields, currency)));
    }
}
