package io.nexum.query.customer;

import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import io.nexum.query.readmodel.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the table {@code customer}, its personal data still sealed. */
record CustomerRow(
        CustomerId id,
        String contact,
        Optional<String> dateOfBirth,
        Kyc kyc,
        Optional<String> kycDocuments,
        CustomerStatus status,
        List<String> beneficiaries,
        String metadata,
        Optional<LocalDate> retainedUntil,
        Instant createdAt,
        Instant updatedAt) {

    static CustomerRow of(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new CustomerRow(
                new CustomerId(columns.uuid("id")),
                columns.text("contact"),
                columns.optionalText("date_of_birth"),
                columns.json("kyc", Kyc.class),
                columns.optionalText("kyc_documents"),
                columns.constant("status", CustomerStatus.class),
                List.of((String[]) row.getArray("beneficiaries").getArray()),
                columns.text("metadata"),
                columns.optionalDate("retained_until"),
                columns.instant("created_at"),
                columns.instant("updated_at"));
    }

    CustomerView open(SealedCustomers customers) {
        return new CustomerView(
                id,
                customers
                        .open(id, CustomerProjection.CONTACT, contact, ContactData.class)
                        .orElse(ContactData.ERASED),
                dateOfBirth.flatMap(
                        text -> customers.open(id, CustomerProjection.DATE_OF_BIRTH, text, LocalDate.class)),
                kyc.withDocuments(kycDocuments
                        .flatMap(text -> customers.open(id, CustomerProjection.DOCUMENTS, text, String[].class))
                        .map(List::of)
                        .orElse(List.of())),
                status,
                beneficiaries.stream()
                        .flatMap(text ->
                                customers.open(id, BeneficiaryProjection.BENEFICIARY, text, Beneficiary.class).stream())
                        .toList(),
                metadata(customers),
                retainedUntil,
                createdAt,
                updatedAt);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    private Map<String, Object> metadata(SealedCustomers customers) {
        return customers
                .open(id, CustomerProjection.METADATA, metadata, LinkedHashMap.class)
                .orElseGet(LinkedHashMap::new);
    }
}
