package io.nexum.gateway.loan;

import io.nexum.kernel.customer.Address;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.loan.LoanQuery.PayoffQuote;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.privacy.Personal;
import io.nexum.kernel.tenant.TenantProfile;
import io.nexum.kernel.tenant.TenantQuery.TenantView;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a borrower what would settle the loan, with the figures of a quote and no others. */
record PayoffLetter(Lender lender, Addressee addressee, LocalDate writtenOn, PayoffQuote quote) {
    /**
     * Who writes.
     *
     * @param color of its name, as in {@code #2563eb}
     * @param contact how it is reached
     * @param paymentInstructions where borrowers pay, if the bank has said so
     */
    record Lender(String name, Optional<String> color, List<String> contact, Optional<String> paymentInstructions) {
        static Lender of(TenantView tenant, TenantSettings settings) {
            TenantProfile profile = tenant.profile();
            return new Lender(
                    profile.displayName(),
                    profile.branding().primaryColor(),
                    Stream.of(
                                    profile.contactEmail()
                                            .or(() -> profile.branding().emailFromAddress()),
                                    profile.contactPhone())
                            .flatMap(Optional::stream)
                            .toList(),
                    settings.paymentInstructions());
        }
    }

    /** Who is written to, as the caller may see it. */
    record Addressee(
            @Personal String firstName,
            @Personal String lastName,
            @Personal Optional<Address> address) {
        static Addressee of(ContactData contact) {
            return new Addressee(contact.firstName(), contact.lastName(), contact.address());
        }

        private List<String> lines() {
            String name = firstName + " " + lastName;
            return address.map(at -> Stream.of(
                                    Stream.of(name, at.line1()),
                                    at.line2().stream(),
                                    Stream.of(at.city() + ", " + at.state() + " " + at.postalCode(), at.country()))
                            .flatMap(lines -> lines)
                            .filter(line -> !line.isBlank())
                            .toList())
                    .orElse(List.of(name));
        }
    }

    byte[] pdf() {
        PdfPage page = new PdfPage("Payoff of loan " + quote.loan());
        page.heading(lender.name(), lender.color());
        lender.contact().forEach(page::line);
        page.gap();
        page.line(writtenOn.toString());
        page.gap();
        addressee.lines().forEach(page::line);
        page.gap();
        page.heading("Payoff of loan " + quote.loan(), Optional.empty());
        page.paragraph("The loan is settled in full by " + quote.payoff() + " on " + quote.goodThrough() + ".");
        page.table(
                List.of(
                        row("Principal", quote.principal()),
                        row("Accrued interest", quote.interest()),
                        row("Fees", quote.fees()),
                        row("Penalties", quote.penalties()),
                        row("Penalty for paying early", quote.prepaymentPenalty())),
                row("To pay", quote.payoff()));
        page.paragraph("Good through " + quote.goodThrough() + ", if nothing else is booked on the loan until then."
                + " For each day after that add " + quote.perDiem()
                + "; fees for paying late may come on top, so please ask for a new letter.");
        page.heading("Where to pay", Optional.empty());
        page.line(lender.paymentInstructions()
                .orElse("To " + lender.name() + ", at any of its branches or from an account that you hold with it."));
        page.line("Please name the loan: " + quote.loan());
        return page.bytes();
    }

    private static PdfPage.Row row(String what, Money amount) {
        return new PdfPage.Row(what, amount.toString());
    }
}
