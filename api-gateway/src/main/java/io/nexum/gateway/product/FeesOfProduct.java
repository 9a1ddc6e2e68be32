package io.nexum.gateway.product;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.FeeScale;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductFee.Condition;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductFee.Frequency;
import io.nexum.kernel.product.ProductGlAccounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a product's fees: those that have a field of their own, and all others in the list {@code fees}. */
final class FeesOfProduct {
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MOST_DAYS = 3660;

    private FeesOfProduct() {}

    /** A fee that has a field of its own, by whose name it goes. */
    enum OwnField {
        MONTHLY_MAINTENANCE_FEE(Event.MAINTENANCE, Frequency.MONTHLY),
        MINIMUM_BALANCE_FEE(Event.MINIMUM_BALANCE, Frequency.MONTHLY),
        TRANSACTION_FEE(Event.TRANSACTION, Frequency.PER_OCCURRENCE),
        OVERDRAFT_FEE(Event.OVERDRAFT, Frequency.PER_OCCURRENCE);

        private final Event event;
        private final Frequency frequency;

        OwnField(Event event, Frequency frequency) {
            this.event = event;
            this.frequency = frequency;
        }

        String wireName() {
            return Json.wireName(this);
        }

        ProductFee fee(FeeScale scale) {
            return ProductFee.of(wireName(), event, scale, frequency);
        }

        /** The fee of this field, if it is among them. */
        Optional<ProductFee> in(List<ProductFee> fees) {
            return fees.stream().filter(this::holds).findFirst();
        }

        private boolean holds(ProductFee fee) {
            return fee.equals(fee(fee.scale()));
        }
    }

    /** The fees that are told in the list. */
    static List<ProductFee> inTheList(List<ProductFee> fees) {
        List<ProductFee> rest = new ArrayList<>(fees);
        for (OwnField field : OwnField.values()) {
            field.in(fees).ifPresent(rest::remove);
        }
        return List.copyOf(rest);
    }

    static List<ProductFee> ofDeposit(TermsReader terms) {
        List<ProductFee> fees = new ArrayList<>();
        for (OwnField field : OwnField.values()) {
            terms.scale(field.wireName()).map(field::fee).ifPresent(fees::add);
        }
        fees.addAll(listed(terms));
        return List.copyOf(fees);
    }

    /** Fees that are mere words say nothing of what they cost; not asked for, they become a feature. */
    static List<ProductFee> listed(TermsReader terms) {
        if (terms.in().json().path("fees").path(0).isString()) {
            return List.of();
        }
        return terms
                .in()
                .optionalList("fees", DepositConditions.MOST_FEES, fee -> fee(new TermsReader(fee, terms.currency())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProductFee> fee(TermsReader terms) {
        Fields in = terms.in();
        String name = in.text("name", MAX_NAME_LENGTH);
        Event event = in.required("event", Forms.word(Event.class));
        Condition condition =
                in.optional("condition", Forms.word(Condition.class)).orElse(Condition.ALWAYS);
        Optional<Money> threshold = terms.amount("threshold");
        Optional<Integer> withinDays = in.wholeNumber("within_days", 1, MOST_DAYS);
        Frequency frequency =
                in.optional("frequency", Forms.word(Frequency.class)).orElse(Frequency.PER_OCCURRENCE);
        if (!in.has("fee")) {
            in.wrong("fee", "is missing");
        }
        Optional<FeeScale> scale = terms.scale("fee");
        if (name == null || event == null || scale.isEmpty()) {
            return Optional.empty();
        }
        return in.made(
                "condition",
                () -> new ProductFee(name, event, scale.get(), condition, threshold, withinDays, frequency));
    }

    static ProductGlAccounts glAccounts(TermsReader terms) {
        return terms.in()
                .object("gl_accounts", roles -> {
                    Map<GlRole, GlCode> accounts = new EnumMap<>(GlRole.class);
                    for (GlRole role : GlRole.values()) {
                        roles.optional(Json.wireName(role), GlCode::new).ifPresent(code -> accounts.put(role, code));
                    }
                    roles.unasked().keySet().forEach(name -> roles.wrong(name, "is no role of a product's accounts"));
                    return new ProductGlAccounts(accounts);
                })
                .orElse(ProductGlAccounts.NONE);
    }
}
