package io.nexum.gateway.account;

import io.nexum.kernel.account.AccountQuery.Statement;
import io.nexum.kernel.account.AccountQuery.StatementEntry;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement for a spreadsheet (RFC 4180): the opening balance, each entry, the closing balance. */
final class StatementCsv {
    private static final String HEADER =
            "booking_date,value_date,transaction_id,type,description,reference,counterparty,amount,balance,currency";

    private StatementCsv() {}

    /** @param entries all that the statement spans */
    static String of(Statement statement, List<StatementEntry> entries) {
        return Stream.of(
                        Stream.of(HEADER),
                        Stream.of(balance(statement.from().toString(), "Opening balance", statement.openingBalance())),
                        entries.stream().map(StatementCsv::line),
                        Stream.of(balance(statement.to().toString(), "Closing balance", statement.closingBalance())))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String balance(String day, String what, Money balance) {
        return String.join(
                ",",
                day,
                day,
                "",
                "",
                what,
                "",
                "",
                "",
                number(balance),
                balance.currency().code());
    }

    private static String line(StatementEntry entry) {
        return String.join(
                ",",
                entry.bookingDate().toString(),
                entry.valueDate().toString(),
                entry.transactionId().toString(),
                Json.wireName(entry.type()),
                text(entry.description()),
                text(entry.reference().orElse("")),
                entry.counterparty().map(Object::toString).orElse(""),
                number(entry.amount()),
                number(entry.balance()),
                entry.amount().currency().code());
    }

    private static String number(Money money) {
        return money.amount().toPlainString();
    }

    /**
     * A spreadsheet takes a cell that starts with one of these for a formula and runs it (OWASP, CSV injection); an
     * apostrophe before it makes it a text.
     */
    static String text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
