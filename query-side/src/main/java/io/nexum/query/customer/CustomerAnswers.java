package io.nexum.query.customer;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.CustomerQuery;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerQuery.FindCustomers;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;

/** Answers every question about customers. */
public final class CustomerAnswers {
    // The payees as one array a customer, in the order in which they were added.
    private static final String SELECT = """
            SELECT c.*, ARRAY(
                SELECT b.beneficiary
                FROM beneficiary b
                WHERE b.tenant = c.tenant AND b.customer_id = c.id
                ORDER BY b.position
            ) AS beneficiaries
            FROM customer c
            WHERE c.tenant = :tenant {conditions}
            """;

    private final ReadDatabase database;
    private final PersonalData personal;

    public CustomerAnswers(ReadDatabase database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
    }

    public Object answer(CustomerQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetCustomer get -> get(get, tenant);
            case FindCustomers find -> find(find, tenant);
        };
    }

    private CustomerView get(GetCustomer query, TenantId tenant) {
        return Conditions.of(tenant)
                .and("c.id = :id")
                .with("id", query.id().value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> CustomerRow.of(row))
                .optional()
                .map(row -> row.open(new SealedCustomers(personal, tenant)))
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("customer", query.id().toString())));
    }

    private Page<CustomerView> find(FindCustomers query, TenantId tenant) {
        SealedCustomers customers = new SealedCustomers(personal, tenant);
        Page<CustomerRow> page = Conditions.of(tenant)
                .and(query.email().map(customers::emailHash), "c.email_hash = :email_hash", "email_hash")
                .and(query.phone().map(customers::phoneHash), "c.phone_hash = :phone_hash", "phone_hash")
                .and(query.status().map(Json::wireName), "c.status = :status", "status")
                .page(
                        database.of(tenant),
                        SELECT + "ORDER BY c.created_position",
                        "SELECT count(*) FROM customer c WHERE c.tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> CustomerRow.of(row));
        customers.fetch(page.items().stream().map(CustomerRow::id).toList());
        return page.map(row -> row.open(customers));
    }
}
