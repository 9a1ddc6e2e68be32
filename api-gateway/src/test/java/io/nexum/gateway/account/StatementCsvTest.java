package io.nexum.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementCsvTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=HYPERLINK(1) | \"'=HYPERLINK(1)\"",
                "+1+1 | \"'+1+1\"",
                "-2+3 | \"'-2+3\"",
                "@SUM(A1) | \"'@SUM(A1)\"",
                "＝1 | \"'＝1\"",
                "plain text | \"plain text\"",
                "a, b | \"a, b\""
            })
    void a_text_that_a_spreadsheet_would_run_is_made_a_text(String text, String cell) {
        assertThat(StatementCsv.text(text)).isEqualTo(cell);
    }

    @org.junit.jupiter.api.Test
    void a_quote_is_doubled() {
        assertThat(StatementCsv.text("say \"hi\"")).isEqualTo("\"say \"\"hi\"\"\"");
    }
}
