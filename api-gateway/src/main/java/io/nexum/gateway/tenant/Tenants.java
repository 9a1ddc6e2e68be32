package io.nexum.gateway.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusal.Kind;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.tenant.TenantQuery.FindTenants;
import io.nexum.kernel.tenant.TenantQuery.GetTenant;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantRefusal.TenantNotActive;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The registry of tenants as every request looks at it: from memory, renewed often. */
public final class Tenants {
    /** How long another node's change of a tenant may stay unseen here. */
    private static final Duration RECHECK = Duration.ofSeconds(2);

    private static final int TENANTS_CACHED = 10_000;

    private final Queries queries;
    private final boolean several;
    private final TenantSettings usual;
    private final Cache<TenantId, Optional<Registered>> cache = Caffeine.newBuilder()
            .maximumSize(TENANTS_CACHED)
            .expireAfterWrite(RECHECK)
            .build();

    /**
     * @param several whether others than the tenant {@code default} are served
     * @param usual what holds for a tenant that hasn't set it for itself
     */
    public Tenants(Queries queries, boolean several, TenantSettings usual) {
        this.queries = queries;
        this.usual = usual;
        this.several = several;
    }

    private record Registered(TenantView view, TenantSettings settings) {}

    /** The tenant, if there is one with this id. */
    public Optional<TenantView> find(TenantId id) {
        return registered(id).map(Registered::view);
    }

    /**
     * The tenant, if it may be worked with.
     *
     * @throws RefusedException if it may not
     */
    public TenantView mustBeActive(TenantId id) {
        return find(id).filter(TenantView::active)
                .filter(tenant -> several || id.equals(TenantId.DEFAULT))
                .orElseThrow(() -> new RefusedException(new TenantNotActive(id)));
    }

    /** What the tenant has set for itself, and what the operator has set for all. */
    public TenantSettings settings(TenantId id) {
        return registered(id).map(tenant -> tenant.settings().orElse(usual)).orElse(usual);
    }

    /** Every tenant, or those that are active. */
    public List<TenantId> all(Optional<Boolean> active) {
        List<TenantId> all = new ArrayList<>();
        long total;
        do {
            var page = queries.ask(
                    new FindTenants(active, new PageRequest(all.size(), PageRequest.MAX_LIMIT)),
                    QueryContext.strong(TenantId.DEFAULT));
            page.items().forEach(tenant -> all.add(tenant.id()));
            total = page.items().isEmpty() ? 0 : page.total();
        } while (all.size() < total);
        return all;
    }

    /** Looks at the tenant anew when it is asked for next. */
    public void forget(TenantId id) {
        cache.invalidate(id);
    }

    private Optional<Registered> registered(TenantId id) {
        return Objects.requireNonNull(cache.get(id, this::look));
    }

    private Optional<Registered> look(TenantId id) {
        try {
            TenantView view = queries.ask(new GetTenant(id), QueryContext.strong(TenantId.DEFAULT));
            return Optional.of(
                    new Registered(view, TenantSettings.kept(view.profile().settings())));
        } catch (RefusedException e) {
            if (e.refusal().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
