package io.nexum.gateway.tenant;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.Paging;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.tenant.TenantQuery.GetTenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What each tenant pays for what it uses. */
@RestController
@RequestMapping({"/tenants/{tenant_id}/bills", "/admin/tenants/{tenant_id}/bills"})
@Tag(name = "Tenants")
class BillController {
    private final Queries queries;
    private final Bills bills;

    BillController(Queries queries, Bills bills) {
        this.queries = queries;
        this.bills = bills;
    }

    record BillList(List<BillAnswer> bills, long total, int skip, int limit) {}

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping
    @Operation(summary = "List a tenant's monthly bills, the newest first; the first one is of the running month")
    BillList findBills(@PathVariable("tenant_id") String id, @ParameterObject Paging paging, Caller caller) {
        PageRequest page = paging.page();
        List<BillAnswer> all = bills(id, caller).reversed();
        return new BillList(
                all.stream().skip(page.skip()).limit(page.limit()).toList(), all.size(), page.skip(), page.limit());
    }

    @Needs(Permission.MANAGE_TENANTS)
    @GetMapping("/{period}")
    @Operation(summary = "Get a tenant's bill of a month, as in 2026-10")
    BillAnswer getBill(@PathVariable("tenant_id") String id, @PathVariable("period") String period, Caller caller) {
        return bills(id, caller).stream()
                .filter(bill -> bill.billingPeriod().equals(period))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new NotFound("bill of", period)));
    }

    private List<BillAnswer> bills(String id, Caller caller) {
        TenantId tenant = Names.inPath("tenant", id, TenantId::new);
        queries.ask(new GetTenant(tenant), caller.in(TenantId.DEFAULT).query());
        return bills.of(tenant, caller.at()).stream()
                .map(bill -> BillAnswer.of(tenant, bill))
                .toList();
    }
}
