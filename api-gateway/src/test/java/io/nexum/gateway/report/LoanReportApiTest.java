package io.nexum.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.gateway.Api.Answer;
import io.nexum.gateway.BankApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a currency that nobody has lent. */
class LoanReportApiTest extends BankApiTest {
    @Test
    void a_report_has_all_fields_even_of_no_loans() {
        Answer report =
                api().get("/reports/portfolio-performance?start_date=2024-01-01&end_date=2024-02-19&currency=ISK");
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        assertThat(report.at("report_period/end_date")).isEqualTo("2024-02-19");
        assertThat(report.at("portfolio_summary/total_loans_originated")).isEqualTo("0");
        assertThat(report.at("portfolio_summary/current_portfolio_balance/amount"))
                .isEqualTo("0");
        assertThat(report.at("performance_metrics/default_rate")).isEqualTo("0.0");
        assertThat(report.at("performance_metrics/collection_rate")).isEqualTo("100.0");
        assertThat(report.at("aging_analysis/over_60_days/percentage")).isEqualTo("0.0");
        assertThat(report.at("aging_analysis/1_30_days/currency")).isEqualTo("ISK");
    }

    @ParameterizedTest
    @CsvSource({
        "/reports/portfolio-performance?start_date=2024-02-01&end_date=2024-01-01, start_date",
        "/reports/portfolio-performance?start_date=2999-01-01&end_date=2999-01-31, start_date",
        "/reports/loan-portfolio?product_type=castle, product_type",
        "/reports/portfolio-at-risk?as_of=soon, as_of",
        "/reports/delinquency?currency=XYZW, currency",
        "/reports/loan-portfolio?state=lost, state",
        "/loans?status=unknown, status",
        "/loans?overdue=perhaps, overdue"
    })
    void a_bad_parameter_is_named(String route, String field) {
        Answer refused = api().get(route);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.at("errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"''", "/schedule", "/payments", "/payoff"})
    void a_loan_that_nobody_has_is_not_found(String part) {
        assertThat(api().get("/loans/0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d0c" + part)
                        .status())
                .isEqualTo(404);
        assertThat(api().get("/loans/nobody" + part).status()).isEqualTo(404);
    }
}
