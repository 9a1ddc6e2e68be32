package io.nexum.query.customer;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerQuery.FindCustomers;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.json.Json;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Answers every question about customers. */
public final class CustomerAnswers {
    // The payees as one JSON text a customer, in the order in which they were added.
    private static final String SELECT = """
            SELECT c.*, (
                SELECT '[' || string_agg(b.beneficiary, ',' ORDER BY b.position) || ']'
                FROM beneficiary b
                WHERE b.tenant = c.tenant AND b.customer_id = c.id
            ) AS beneficiaries
            FROM customer c
            WHERE c.tenant = :tenant {conditions}
            """;

    private final ReadDatabase database;

    public CustomerAnswers(ReadDatabase database) {
        this.database = database;
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
                .statement(database.client(), SELECT)
                .query((row, number) -> customer(row))
                .optional()
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("customer", query.id().toString())));
    }

    private Page<CustomerView> find(FindCustomers query, TenantId tenant) {
        return Conditions.of(tenant)
                .and(query.email().map(email -> email.toLowerCase(Locale.ROOT)), "lower(c.email) = :email", "email")
                .and(query.status().map(Json::wireName), "c.status = :status", "status")
                .page(
                        database.client(),
                        SELECT + "ORDER BY c.created_position",
                        "SELECT count(*) FROM customer c WHERE c.tenant = :tenant {conditions}",
                        query.page(),
                        (row, number) -> customer(row));
    }

    private static CustomerView customer(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new CustomerView(
                new CustomerId(columns.uuid("id")),
                columns.json("contact", ContactData.class),
                columns.optionalDate("date_of_birth"),
                columns.json("kyc", Kyc.class),
                columns.constant("status", CustomerStatus.class),
                columns.optionalText("beneficiaries")
                        .map(json -> List.of(Json.read(json, Beneficiary[].class)))
                        .orElse(List.of()),
                columns.object("metadata"),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }
}
