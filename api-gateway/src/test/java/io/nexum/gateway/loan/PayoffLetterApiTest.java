package io.nexum.gateway.loan;

import static io.nexum.gateway.loan.Lending.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.user.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import tools.jackson.databind.JsonNode;

class PayoffLetterApiTest extends BankApiTest {
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Lending lending = new Lending(api(), today.minusMonths(3));

    private static final String ADDRESS = """
            , "address": {"line1": "123 Market Street", "city": "Riverside", "state": "CA", "postal_code": "92501",
              "country": "US"}
            """;

    private static String text(Answer letter) {
        assertThat(letter.status()).as(letter.text()).isEqualTo(200);
        assertThat(letter.header("Content-Type")).contains("application/pdf");
        try (PdfReader pdf = new PdfReader(letter.response().body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            return new PdfTextExtractor(pdf).getTextFromPage(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer letter(Api reader, String loan, String query) {
        return reader.get("/loans/" + loan + "/payoff-letter" + query);
    }

    @Test
    void a_letter_has_the_figures_of_the_quote_for_its_date() {
        String loan = lending.lent(lending.customer(ADDRESS), """
                , "late_fee": {"amount": "25.00", "currency": "USD"}, "prepayment_penalty_rate": "0.02"
                """);
        granted(lending.post(loan, "fees", """
                {"name": "Copy of the contract", "amount": {"amount": "5.00", "currency": "USD"}}
                """));
        LocalDate date = today.plusDays(10);
        JsonNode quote =
                granted(api().get("/loans/" + loan + "/payoff?date=" + date)).json();

        Answer letter = letter(api(), loan, "?date=" + date);

        assertThat(letter.header("Content-Disposition"))
                .contains("attachment; filename=\"payoff-letter-" + loan + "-" + date + ".pdf\"");
        String text = text(letter);
        assertThat(quote.at("/fees_amount/amount").asString()).isEqualTo("5.00");
        assertThat(quote.at("/penalties_amount/amount").asString()).isEqualTo("75.00");
        assertThat(quote.at("/prepayment_penalty/amount").asString()).isNotEqualTo("0.00");
        assertThat(quote.at("/per_diem/amount").asString()).isNotEqualTo("0.00");
        for (String figure : new String[] {
            "payoff_amount",
            "principal_amount",
            "interest_amount",
            "fees_amount",
            "penalties_amount",
            "prepayment_penalty",
            "per_diem"
        }) {
            assertThat(text)
                    .as(figure)
                    .contains(quote.at("/" + figure + "/amount").asString() + " USD");
        }
        assertThat(text)
                .contains("Good through " + date, loan, "Maria Santos", "123 Market Street", "Riverside, CA 92501");
        assertThat(text).contains(api().get("/tenants/default").at("display_name"));
    }

    @Test
    void what_the_quote_says_settles_the_loan() {
        String loan = lending.lent();
        JsonNode quote = granted(api().get("/loans/" + loan + "/payoff")).json();
        assertThat(text(letter(api(), loan, "")))
                .contains(quote.at("/payoff_amount/amount").asString() + " USD");

        Answer paid = lending.pay(loan, quote.at("/payoff_amount/amount").asString(), today.toString());

        assertThat(paid.at("status")).isEqualTo("paid_off");
        assertThat(paid.at("credit_amount/amount")).isEqualTo("0.00");
        Lending.refused(letter(api(), loan, ""), 400, "loan-status-forbids", "loan_id");
    }

    @Test
    void who_may_not_see_personal_data_gets_the_letter_with_it_masked() {
        String loan = lending.lent(lending.customer(ADDRESS), "");

        String text = text(letter(People.with("AUDITOR").api(), loan, ""));

        assertThat(text).contains("M*** S***", loan).doesNotContain("Maria", "Santos", "Market Street", "Riverside");
    }

    @Test
    void letters_of_central_europe_are_set_and_unknown_ones_are_not_lost_silently() {
        String customer = granted(api().post("/customers", """
                {"first_name": "Łukasz", "last_name": "Žižek 李", "email": "%s@example.com"}
                """.formatted(UUID.randomUUID())))
                .at("customer_id");

        Answer letter = letter(api(), lending.lent(customer, ""), "");

        assertThat(text(letter)).contains("ukasz Žižek ?");
        // The reader passes over the letters that a font adds to its usual ones; the document names them.
        assertThat(new String(letter.response().body(), StandardCharsets.ISO_8859_1))
                .contains("/Lslash");
    }

    @Test
    void where_to_pay_is_what_the_bank_has_set() {
        granted(api().put("/tenants/default", """
                {"settings": {"payment_instructions": "IBAN DE02 1203 0000 0000 2020 51, First National Bank"}}
                """));

        assertThat(text(letter(api(), lending.lent(), "")))
                .contains("Where to pay", "IBAN DE02 1203 0000 0000 2020 51", "First National Bank");
    }

    @Test
    void a_letter_that_can_not_be_written_is_a_problem_document_also_for_who_asks_for_a_pdf() {
        String loan = lending.lent();
        Lending.refused(letter(api(), loan, "?date=" + today.minusDays(1)), 422, "invalid-value", "date");
        Lending.refused(letter(api(), loan, "?date=soon"), 422, "invalid-value", "date");
        Answer notThere = api().get("/loans/" + UUID.randomUUID() + "/payoff-letter", "Accept", "application/pdf");
        assertThat(notThere.status()).isEqualTo(404);
        assertThat(notThere.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(letter(api(), lending.agreed(lending.customer(), ""), "").status())
                .isEqualTo(400);
    }
}
