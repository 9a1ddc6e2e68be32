package io.nexum.kernel.product;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Currency;

/** Why something is refused to a product, or because of one. */
public sealed interface ProductRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** Nothing is opened under it. */
    record ProductNotActive(ProductId product, ProductStatus status) implements ProductRefusal {
        @Override
        public String field() {
            return "product_id";
        }

        @Override
        public String detail() {
            return "product " + product + " is not active but " + Json.wireName(status);
        }
    }

    /** Its status doesn't lead to the wanted one. */
    record StatusNotReachable(ProductId product, ProductStatus from, ProductStatus to) implements ProductRefusal {
        @Override
        public String detail() {
            return "product " + product + " is " + Json.wireName(from) + " and can't become " + Json.wireName(to);
        }
    }

    record ProductIsRetired(ProductId product) implements ProductRefusal {
        @Override
        public String detail() {
            return "product " + product + " is retired and no longer changes";
        }
    }

    /** What all versions of a product have in common. */
    record ProductPartFixed(String field) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String detail() {
            return "a product keeps its " + field + "; make another product";
        }
    }

    record ProductChangedMeanwhile(ProductId product, int version) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "product " + product + " was changed meanwhile: it is at version " + version + "; look at it again";
        }
    }

    record ProductOfOtherType(ProductId product, ProductType isFor, ProductType wanted) implements ProductRefusal {
        @Override
        public String field() {
            return "product_type";
        }

        @Override
        public String detail() {
            return "product " + product + " is for " + Json.wireName(isFor) + ", not for " + Json.wireName(wanted);
        }
    }

    record ProductOfOtherCurrency(ProductId product, Currency currency, Currency wanted) implements ProductRefusal {
        @Override
        public String field() {
            return "currency";
        }

        @Override
        public String detail() {
            return "product " + product + " is in " + currency + ", not in " + wanted;
        }
    }

    /** An import does what its sender may not do. */
    record CatalogueNotAllowed(Permission permission) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "the catalogue asks for changes that need the permission " + Json.wireName(permission);
        }
    }

    /** A general-ledger account that can't carry what the product would post to it. */
    record WrongGlAccount(GlRole role, GlCode account, String why) implements ProductRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "gl_accounts." + Json.wireName(role);
        }

        @Override
        public String detail() {
            return "account " + account + " can't be " + Json.wireName(role) + ": " + why;
        }
    }
}
