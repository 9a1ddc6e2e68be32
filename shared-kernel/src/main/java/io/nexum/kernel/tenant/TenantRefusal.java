package io.nexum.kernel.tenant;

import io.nexum.kernel.Refusal;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import java.time.Instant;
import java.util.Optional;

/** Why something is refused to a tenant. */
public sealed interface TenantRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** Without it nobody could activate it again. */
    record PlatformStaysActive(TenantId tenant) implements TenantRefusal {
        @Override
        public String detail() {
            return "the tenant " + tenant + " runs the installation and stays active";
        }
    }

    /** The operator has set it so. */
    record SingleTenant() implements TenantRefusal {
        @Override
        public String detail() {
            return "this installation serves a single bank";
        }
    }

    /** The request's header, domain and body name different tenants. */
    record TenantsDiffer() implements TenantRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "the request names different tenants";
        }
    }

    /** Says nothing of the other tenant, not even whether there is one. */
    record ForeignTenant(TenantId own) implements TenantRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "this login is good for the tenant " + own + " alone";
        }
    }

    /**
     * The tenant has or did as much as it may.
     *
     * @param endsAt when it may go on; absent if that takes a larger quota, or less of what it has
     */
    record QuotaExceeded(Quota quota, int limit, Optional<Instant> endsAt) implements TenantRefusal {
        @Override
        public Kind kind() {
            return Kind.EXHAUSTED;
        }

        @Override
        public String field() {
            return Json.wireName(quota);
        }

        @Override
        public String detail() {
            return "the tenant's quota of " + limit + " " + Json.wireName(quota).replace('_', ' ') + " is used up"
                    + endsAt.map(end -> " until " + end).orElse("");
        }
    }

    /** It was deactivated, or there is no such tenant. */
    record TenantNotActive(TenantId tenant) implements TenantRefusal {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String detail() {
            return "the tenant " + tenant + " is not active";
        }
    }
}
