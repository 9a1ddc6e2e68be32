package io.nexum.gateway.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api;
import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import io.nexum.gateway.OwnBank;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DayApiTest extends BankApiTest {
    private static Answer close(Api api, String through) {
        return api.post("/admin/eod?wait=true", "{\"through\": \"" + through + "\"}");
    }

    private static String bookedOn(Api api) {
        Answer customer = api.post("/customers", """
                {"first_name": "Alice", "last_name": "Johnson", "email": "%s"}
                """.formatted(freshEmail()));
        Answer account = api.post("/accounts", """
                {"customer_id": "%s", "product_type": "checking", "currency": "USD", "name": "Everyday"}
                """.formatted(customer.at("customer_id")));
        Answer deposit = api.post("/transactions/deposit", """
                {"account_id": "%s", "amount": {"amount": "1.00", "currency": "USD"}, "description": "x"}
                """.formatted(account.at("account_id")));
        assertThat(deposit.status()).as(deposit.text()).isEqualTo(200);
        assertThat(deposit.at("value_date")).isEqualTo(deposit.at("booking_date"));
        return deposit.at("booking_date");
    }

    @Test
    void a_new_bank_begins_with_the_date_of_the_settings_and_books_on_it_until_it_is_closed() throws Exception {
        try (OwnBank bank = OwnBank.start(Map.of("NEXUM_BUSINESS_DATE", "2024-01-30"))) {
            Api api = new Api(bank.base(), bank.token());
            assertThat(api.get("/admin/eod").at("state")).isEqualTo("idle");
            assertThat(api.get("/admin/eod").at("business_date")).isEqualTo("2024-01-30");
            assertThat(bookedOn(api)).isEqualTo("2024-01-30");

            Answer closed = close(api, "2024-02-01");

            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
            assertThat(closed.at("state")).isEqualTo("finished");
            assertThat(closed.at("from")).isEqualTo("2024-01-30");
            assertThat(closed.at("through")).isEqualTo("2024-02-01");
            assertThat(closed.at("business_date")).isEqualTo("2024-02-02");
            assertThat(bookedOn(api)).isEqualTo("2024-02-02");
            Answer again = close(api, "2024-02-01");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.at("run_id")).isEqualTo(closed.at("run_id"));
            assertThat(again.at("business_date")).isEqualTo("2024-02-02");
            Answer tooFar = close(api, "2034-03-06");
            assertThat(tooFar.status()).isEqualTo(422);
            assertThat(tooFar.at("errors/0/field")).isEqualTo("through");
        }
    }

    @Test
    void a_bank_that_has_closed_no_day_goes_by_the_calendar() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        Answer nothing = close(api(), "2024-03-31");

        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.at("state")).isEqualTo("idle");
        assertThat(nothing.at("business_date")).isGreaterThanOrEqualTo(today);
        assertThat(bookedOn(api())).isGreaterThanOrEqualTo(today);
    }

    @Test
    void yesterday_is_closed_every_night_once_the_hour_is_there() throws Exception {
        try (OwnBank bank = OwnBank.start(Map.of("NEXUM_EOD_AT", "00:00"))) {
            Api api = new Api(bank.base(), bank.token());
            Answer progress = api.get("/admin/eod");
            while (!progress.at("state").equals("finished")) {
                Thread.sleep(100);
                progress = api.get("/admin/eod");
            }
            LocalDate closed = LocalDate.parse(progress.at("through"));
            assertThat(closed).isBefore(LocalDate.now(ZoneOffset.UTC));
            assertThat(progress.at("business_date"))
                    .isEqualTo(closed.plusDays(1).toString());
            assertThat(bookedOn(api)).isGreaterThanOrEqualTo(closed.plusDays(1).toString());
        }
    }

    @Test
    void of_several_nodes_one_closes_each_night_that_was_missed() throws Exception {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(60);
        try (OwnBank bank = OwnBank.start(Map.of("NEXUM_EOD_AT", "00:00", "NEXUM_BUSINESS_DATE", first.toString()));
                OwnBank other = bank.secondNode()) {
            Api api = new Api(other.base(), other.token());
            LocalDate date = businessDate(api);
            while (date.isBefore(first.plusDays(60))) {
                Thread.sleep(100);
                date = businessDate(api);
            }
            long days = first.until(date, ChronoUnit.DAYS);
            assertThat(api.get("/audit/events?type=bank_day.moved").at("total")).isEqualTo(Long.toString(days));
        }
    }

    private static LocalDate businessDate(Api api) {
        return LocalDate.parse(api.get("/admin/eod").at("business_date"));
    }

    @Test
    void the_calendar_is_set_as_a_whole_and_told_as_it_was_set() {
        Answer set = api().put("/admin/calendar", """
                {"working_days": ["friday", "Monday"], "holidays": ["2024-12-25", "2024-01-01"]}
                """);
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        Answer told = api().get("/admin/calendar");
        assertThat(told.text()).isEqualTo(set.text());
        assertThat(told.at("working_days/0")).isEqualTo("monday");
        assertThat(told.at("holidays/0")).isEqualTo("2024-01-01");

        api().put("/admin/calendar", """
                {"working_days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]}
                """);
        assertThat(api().get("/admin/calendar").json().path("holidays")).isEmpty();
    }

    @Test
    void what_can_be_no_calendar_is_refused_and_each_bad_part_named() {
        Answer refused = api().put("/admin/calendar", """
                {"working_days": ["monday", "someday"], "holidays": ["2024-02-30"]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo("working_days[1]");
        assertThat(refused.at("errors/1/field")).isEqualTo("holidays[0]");
        Answer empty = api().put("/admin/calendar", "{\"working_days\": []}");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.at("errors/0/field")).isEqualTo("working_days");
    }

    @Test
    void nothing_is_set_aside_and_there_is_nothing_to_try_again() {
        assertThat(api().get("/admin/eod/set-aside").at("total")).isEqualTo("0");
        assertThat(api().post("/admin/eod/set-aside/close_loans/1/retry", "").status())
                .isEqualTo(404);
    }
}
