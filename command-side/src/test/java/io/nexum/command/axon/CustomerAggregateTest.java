package io.nexum.command.axon;

import static io.nexum.command.axon.EntityFixture.refusal;

import io.nexum.command.customer.CustomerCommands;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.Obligations;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.Refusals.NotFound;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.Beneficiary;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand;
import io.nexum.kernel.customer.CustomerCommand.AddBeneficiary;
import io.nexum.kernel.customer.CustomerCommand.CloseCustomer;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerCommand.EraseCustomer;
import io.nexum.kernel.customer.CustomerCommand.RemoveBeneficiary;
import io.nexum.kernel.customer.CustomerCommand.UpdateCustomer;
import io.nexum.kernel.customer.CustomerCommand.UpdateKyc;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryAdded;
import io.nexum.kernel.customer.CustomerEvent.BeneficiaryRemoved;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerAccountOpened;
import io.nexum.kernel.customer.CustomerEvent.CustomerClosed;
import io.nexum.kernel.customer.CustomerEvent.CustomerCreated;
import io.nexum.kernel.customer.CustomerEvent.CustomerErased;
import io.nexum.kernel.customer.CustomerEvent.CustomerRetained;
import io.nexum.kernel.customer.CustomerEvent.CustomerUpdated;
import io.nexum.kernel.customer.CustomerEvent.KycStatusChanged;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerRefusal.CustomerHasOpenAccounts;
import io.nexum.kernel.customer.CustomerRefusal.CustomerIsErased;
import io.nexum.kernel.customer.CustomerRefusal.CustomerNotActive;
import io.nexum.kernel.customer.CustomerRefusal.CustomerNotClosed;
import io.nexum.kernel.customer.CustomerRefusal.CustomerRetainedByLaw;
import io.nexum.kernel.customer.CustomerRefusal.TooManyBeneficiaries;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a customer. */
class CustomerAggregateTest {
    private static final CustomerId ADA = new CustomerId(UUID.randomUUID());
    private static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    private static final ContactData CONTACT =
            new ContactData("Ada", "Lovelace", "ada@example.org", Optional.empty(), Optional.empty());
    private static final CustomerCreated CREATED =
            new CustomerCreated(ADA, CONTACT, Optional.empty(), Kyc.UNKNOWN, Map.of("branch", "London"));
    private static final Beneficiary BABBAGE = new Beneficiary(
            new BeneficiaryId(UUID.randomUUID()),
            "Charles Babbage",
            "42",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final EntityFixture<CustomerCommand> fixture =
            new EntityFixture<>(CustomerState.TYPE, new CustomerCommands(0, Obligations.NONE));

    @Test
    void a_customer_is_created_once() {
        CreateCustomer create =
                new CreateCustomer(ADA, CONTACT, Optional.empty(), KycStatus.NONE, Map.of("branch", "London"));
        fixture.given().when(create).expectEvents(CREATED).expectResultMessagePayload(ADA);
        again().given(CREATED).when(create).expectException(refusal(AlreadyTaken.class));
    }

    @Test
    void a_customer_created_as_verified_was_verified_then() {
        Kyc verified =
                new Kyc(KycStatus.VERIFIED, KycTier.NONE, List.of(), Optional.of(fixture.now()), Optional.empty());
        fixture.given()
                .when(new CreateCustomer(ADA, CONTACT, Optional.empty(), KycStatus.VERIFIED, Map.of()))
                .expectEvents(new CustomerCreated(ADA, CONTACT, Optional.empty(), verified, Map.of()));
    }

    @Test
    void an_update_changes_what_it_names() {
        fixture.given(CREATED)
                .when(new UpdateCustomer(
                        ADA,
                        Optional.empty(),
                        Optional.of("King"),
                        Optional.empty(),
                        Optional.of("+44 1"),
                        Optional.empty(),
                        Optional.empty()))
                .expectEvents(new CustomerUpdated(
                        ADA,
                        new ContactData("Ada", "King", "ada@example.org", Optional.of("+44 1"), Optional.empty()),
                        Map.of("branch", "London")));
    }

    @Test
    void a_verification_lasts_for_its_days() {
        fixture.given(CREATED)
                .when(kyc(Optional.of(30), Optional.empty()))
                .expectEvents(new KycStatusChanged(
                        ADA,
                        new Kyc(
                                KycStatus.VERIFIED,
                                KycTier.TIER_2,
                                List.of("passport"),
                                Optional.of(fixture.now()),
                                Optional.of(fixture.now().plus(Duration.ofDays(30))))));
    }

    @Test
    void a_verification_that_is_over_at_once_is_refused() {
        fixture.given(CREATED)
                .when(kyc(Optional.empty(), Optional.of(fixture.now())))
                .expectException(refusal(InvalidValue.class));
        again().given(CREATED).when(kyc(Optional.of(0), Optional.empty())).expectException(refusal(InvalidValue.class));
    }

    @Test
    void a_rejection_keeps_when_the_customer_was_verified_and_by_what() {
        Kyc verified = new Kyc(
                KycStatus.VERIFIED,
                KycTier.TIER_1,
                List.of("passport"),
                Optional.of(fixture.now().minusSeconds(1)),
                Optional.empty());
        fixture.given(CREATED, new KycStatusChanged(ADA, verified))
                .when(new UpdateKyc(
                        ADA, KycStatus.REJECTED, Optional.empty(), List.of(), Optional.empty(), Optional.empty()))
                .expectEvents(new KycStatusChanged(
                        ADA,
                        new Kyc(
                                KycStatus.REJECTED,
                                KycTier.TIER_1,
                                List.of("passport"),
                                verified.verifiedAt(),
                                Optional.empty())));
    }

    @Test
    void beneficiaries_come_and_go() {
        fixture.given(CREATED).when(new AddBeneficiary(ADA, BABBAGE)).expectEvents(new BeneficiaryAdded(ADA, BABBAGE));
        again().given(CREATED, new BeneficiaryAdded(ADA, BABBAGE))
                .when(new RemoveBeneficiary(ADA, BABBAGE.id()))
                .expectEvents(new BeneficiaryRemoved(ADA, BABBAGE.id()));
        again().given(CREATED, new BeneficiaryAdded(ADA, BABBAGE), new BeneficiaryRemoved(ADA, BABBAGE.id()))
                .when(new RemoveBeneficiary(ADA, BABBAGE.id()))
                .expectException(refusal(NotFound.class));
    }

    @Test
    void a_customer_keeps_so_many_beneficiaries_at_most() {
        List<DomainEvent> events = new ArrayList<>(List.of(CREATED));
        for (int i = 0; i < 500; i++) {
            events.add(new BeneficiaryAdded(
                    ADA,
                    new Beneficiary(
                            new BeneficiaryId(UUID.randomUUID()),
                            "payee",
                            "" + i,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        fixture.given(events)
                .when(new AddBeneficiary(ADA, BABBAGE))
                .expectException(refusal(TooManyBeneficiaries.class));
    }

    @Test
    void a_customer_is_closed_when_all_their_accounts_are() {
        fixture.given(CREATED, new CustomerAccountOpened(ADA, ACCOUNT))
                .when(new CloseCustomer(ADA, "moved away"))
                .expectException(refusal(CustomerHasOpenAccounts.class));
        again().given(CREATED, new CustomerAccountOpened(ADA, ACCOUNT), new CustomerAccountClosed(ADA, ACCOUNT))
                .when(new CloseCustomer(ADA, "moved away"))
                .expectEvents(new CustomerClosed(ADA, "moved away"));
    }

    @Test
    void a_closed_customer_is_left_as_they_are() {
        CustomerClosed closed = new CustomerClosed(ADA, "moved away");
        for (CustomerCommand command : List.of(
                kyc(Optional.empty(), Optional.empty()),
                new AddBeneficiary(ADA, BABBAGE),
                new CloseCustomer(ADA, "again"))) {
            again().given(CREATED, closed).when(command).expectException(refusal(CustomerNotActive.class));
        }
    }

    @Test
    void a_closed_customer_is_erased_and_stays_so() {
        CustomerClosed closed = new CustomerClosed(ADA, "moved away");
        fixture.given(CREATED, closed).when(new EraseCustomer(ADA)).expectEvents(new CustomerErased(ADA));
        again().given(CREATED, closed, new CustomerErased(ADA))
                .when(new EraseCustomer(ADA))
                .expectException(refusal(CustomerIsErased.class));
    }

    @Test
    void a_customer_with_whom_there_is_business_is_not_erased() {
        fixture.given(CREATED).when(new EraseCustomer(ADA)).expectException(refusal(CustomerNotClosed.class));
    }

    @Test
    void the_law_defers_an_erasure_until_its_day() {
        CustomerClosed closed = new CustomerClosed(ADA, "moved away");
        LocalDate today = LocalDate.ofInstant(fixture.now(), ZoneOffset.UTC);
        fixture.given(CREATED, closed, new CustomerRetained(ADA, today.plusDays(1), "tax"))
                .when(new EraseCustomer(ADA))
                .expectException(refusal(CustomerRetainedByLaw.class));
        again().given(CREATED, closed, new CustomerRetained(ADA, today.plusDays(9), "tax"), retained(today))
                .when(new EraseCustomer(ADA))
                .expectEvents(new CustomerErased(ADA));
    }

    @Test
    void a_bank_that_must_keep_its_customers_says_so_when_it_closes_one() {
        EntityFixture<CustomerCommand> keeping =
                new EntityFixture<>(CustomerState.TYPE, new CustomerCommands(3650, Obligations.NONE));
        LocalDate until = LocalDate.ofInstant(keeping.now(), ZoneOffset.UTC).plusDays(3650);
        keeping.given(CREATED)
                .when(new CloseCustomer(ADA, "moved away"))
                .expectEvents(
                        new CustomerClosed(ADA, "moved away"), new CustomerRetained(ADA, until, "legal retention"));
    }

    private static CustomerRetained retained(LocalDate until) {
        return new CustomerRetained(ADA, until, "settled");
    }

    @Test
    void a_customer_that_was_never_created_is_not_found() {
        fixture.given().when(new CloseCustomer(ADA, "x")).expectException(refusal(NotFound.class));
    }

    private static EntityFixture<CustomerCommand> again() {
        return new EntityFixture<>(CustomerState.TYPE, new CustomerCommands(0, Obligations.NONE));
    }

    private static UpdateKyc kyc(Optional<Integer> days, Optional<java.time.Instant> expiry) {
        return new UpdateKyc(ADA, KycStatus.VERIFIED, Optional.of(KycTier.TIER_2), List.of("passport"), days, expiry);
    }
}
