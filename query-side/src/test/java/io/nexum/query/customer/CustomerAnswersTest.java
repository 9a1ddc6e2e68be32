package io.nexum.query.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.CustomerView;
import io.nexum.kernel.customer.CustomerQuery.FindCustomers;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.log.StreamId;
import io.nexum.query.TestBank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomerAnswersTest {
    private final TestBank bank = new TestBank();

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void a_customer_shows_the_last_word_on_everything() {
        CustomerId id = bank.customer();
        Address address = new Address("1 Main St", Optional.of("Flat 2"), "Springfield", "IL", "62701", "US");
        ContactData contact =
                new ContactData("Ada", "Lovelace", "ada@bank.test", Optional.of("+1555"), Optional.of(address));
        Kyc kyc = new Kyc(
                KycStatus.VERIFIED,
                KycTier.TIER_2,
                List.of("passport"),
                Optional.of(bank.log.now()),
                Optional.of(bank.log.now().plusSeconds(60)));
        bank.append(new CustomerUpdated(id, contact, Map.of("segment", "retail")), new KycStatusChanged(id, kyc));

        CustomerView customer = bank.ask(new GetCustomer(id));

        assertThat(customer.contact()).isEqualTo(contact);
        assertThat(customer.kyc()).isEqualTo(kyc);
        assertThat(customer.metadata()).isEqualTo(Map.of("segment", "retail"));
        assertThat(customer.status()).isEqualTo(CustomerStatus.ACTIVE);
        assertThat(customer.updatedAt()).isAfter(customer.createdAt());

        bank.append(new CustomerClosed(id, "moved"));
        assertThat(bank.ask(new GetCustomer(id)).status()).isEqualTo(CustomerStatus.CLOSED);
    }

    @Test
    void a_customer_keeps_the_beneficiaries_that_were_not_removed_in_their_order() {
        CustomerId id = bank.customer();
        Beneficiary first = beneficiary("first");
        Beneficiary second = beneficiary("second");
        Beneficiary third = beneficiary("third");
        Beneficiary atOnce = beneficiary("removed at once");
        bank.append(new BeneficiaryAdded(id, first), new BeneficiaryAdded(id, second), new BeneficiaryAdded(id, third));
        assertThat(bank.ask(new GetCustomer(id)).beneficiaries()).containsExactly(first, second, third);

        bank.append(
                new BeneficiaryRemoved(id, second.id()),
                new BeneficiaryAdded(id, atOnce),
                new BeneficiaryRemoved(id, atOnce.id()));
        assertThat(bank.ask(new GetCustomer(id)).beneficiaries()).containsExactly(first, third);
    }

    @Test
    void customers_are_found_by_email_whatever_its_capitals_and_by_status() {
        CustomerId first = bank.customer();
        CustomerId second = bank.customer();
        bank.append(new CustomerClosed(second, "moved"));

        assertThat(find(Optional.of(first + "@eXAMPLE.com"), Optional.empty())).containsExactly(first);
        assertThat(find(Optional.empty(), Optional.of(CustomerStatus.CLOSED))).containsExactly(second);
        assertThat(find(Optional.empty(), Optional.empty())).containsExactly(first, second);
        assertThat(find(Optional.of("nobody@example.com"), Optional.empty())).isEmpty();
    }

    @Test
    void a_customer_is_found_by_the_digits_of_the_phone() {
        CustomerId id = bank.customer();
        bank.append(new CustomerUpdated(
                id,
                new ContactData("Ada", "Byron", "a@b.test", Optional.of("+1-555-0123"), Optional.empty()),
                Map.of()));

        assertThat(bank.ask(new FindCustomers(
                                Optional.empty(), Optional.of("+1 (555) 0123"), Optional.empty(), PageRequest.FIRST))
                        .items())
                .extracting(CustomerView::id)
                .containsExactly(id);
    }

    @Test
    void an_erased_customer_is_told_without_the_person_and_no_longer_found() {
        CustomerId id = bank.customer();
        bank.append(new BeneficiaryAdded(id, beneficiary("first")));
        Kyc kyc = new Kyc(KycStatus.VERIFIED, KycTier.TIER_2, List.of("passport"), Optional.empty(), Optional.empty());
        bank.append(new KycStatusChanged(id, kyc), new CustomerClosed(id, "moved"));
        bank.keys.destroy(TestBank.TENANT, StreamId.of("customer", id));
        assertThat(bank.ask(new GetCustomer(id)).contact()).isEqualTo(ContactData.ERASED);

        bank.append(new CustomerErased(id));

        CustomerView customer = bank.ask(new GetCustomer(id));
        assertThat(customer.status()).isEqualTo(CustomerStatus.ERASED);
        assertThat(customer.contact()).isEqualTo(ContactData.ERASED);
        assertThat(customer.kyc()).isEqualTo(kyc.withDocuments(List.of()));
        assertThat(customer.beneficiaries()).isEmpty();
        assertThat(find(Optional.of(id + "@example.com"), Optional.empty())).isEmpty();
        assertThat(bank.queries().check(TestBank.TENANT, told -> {}).equal()).isTrue();
    }

    @Test
    void the_read_models_hold_nothing_personal_in_clear() {
        CustomerId id = bank.customer();
        bank.append(new BeneficiaryAdded(id, beneficiary("Charles Babbage")));
        bank.ask(new GetCustomer(id));

        String rows = bank.database.text("SELECT string_agg(c::text, '') FROM nexum_read.customer c")
                + bank.database.text("SELECT string_agg(b::text, '') FROM nexum_read.beneficiary b");
        assertThat(rows).doesNotContainIgnoringCase("Byron").doesNotContainIgnoringCase("@example");
        assertThat(rows).doesNotContain("Babbage");
    }

    @Test
    void an_unknown_customer_is_not_found() {
        CustomerId unknown = new CustomerId(UUID.randomUUID());
        assertThatThrownBy(() -> bank.ask(new GetCustomer(unknown)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no customer " + unknown);
    }

    private List<CustomerId> find(Optional<String> email, Optional<CustomerStatus> status) {
        return bank.ask(new FindCustomers(email, Optional.empty(), status, PageRequest.FIRST)).items().stream()
                .map(CustomerView::id)
                .toList();
    }

    private static Beneficiary beneficiary(String name) {
        return new Beneficiary(
                new BeneficiaryId(UUID.randomUUID()),
                name,
                "0012",
                Optional.of("First Bank"),
                Optional.empty(),
                Optional.empty());
    }
}
