package io.nexum.gateway.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What no client should send, by where it can stand. */
final class HostileValues {
    /** Texts that mean something to a database, a shell, a browser, a log, a formatter or a calendar. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "' OR '1'='1",
            "1; DROP TABLE claim; --",
            "\") OR 1=1 --",
            "%' LIKE '%",
            "<script>alert(1)</script>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "%s%n%x%d{0}",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7} ${7*7} {{7*7}} T(java)",
            "$(id) `id` | id & id",
            "=cmd|' /C calc'!A0",
            "2024-02-30",
            "2023-02-29T25:61:61Z",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "0001-01-01T00:00:00+18:00",
            "2016-12-31T23:59:60Z",
            "XXX",
            "usd",
            "BTC",
            "ＵＳＤ",
            "NaN",
            "-Infinity",
            "1e999999",
            "-0.00",
            "-1",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.123456789012345678901234567890",
            "٣٤٥",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "null",
            "true",
            "unknown_word",
            "\u202e\u2066evil",
            "a\u0301\u0301\u0301\u0301",
            "😀".repeat(200),
            "x".repeat(10_000));

    /** What is only said in JSON's own escapes, or is no JSON at all. */
    private static final List<String> RAW_JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e999999",
            "-1e-999999",
            "0.123456789012345678901234567890",
            "123456789012345678901234567890",
            "9223372036854775808",
            "9".repeat(1_000),
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"amount\": null, \"currency\": null}",
            "{\"amount\": {\"amount\": \"1\"}, \"currency\": [\"USD\"]}",
            "{\"amount\": \"1.00\", \"currency\": \"JPY\"}",
            "{\"amount\": \"999999999999999999.99\", \"currency\": \"USD\"}",
            "{\"a\": 1, \"a\": 2}",
            "{\"\": 1}",
            "{\"__proto__\": {\"admin\": true}, \"constructor\": {}}",
            "[" + "0,".repeat(6_000) + "0]",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\u001b[31m red\"",
            "\"line\\r\\nINJECTED line\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\ufffe\\uffff\"",
            "\"\\x41\"",
            "\"a\tb\"",
            "'single'",
            "NaN",
            "Infinity",
            "undefined",
            "01",
            ".5",
            "+1",
            "0x10",
            "\"" + "y".repeat(1_000_000) + "\"");

    /** Path segments and parameters as they stand in a URI, already encoded, sound or not. */
    private static final List<String> RAW_ENCODED = List.of(
            "%00",
            "a%00b",
            "%0d%0aX-Injected:%20yes",
            "%0aINJECTED%20line",
            "%1b%5b31m",
            "%F0%28%8C%28",
            "%C0%AE%C0%AE%C0%AF",
            "%ED%A0%80",
            "..%2f..%2f..%2fetc%2fpasswd",
            "%2e%2e%2f%2e%2e",
            "%252e%252e%252f",
            ".%2e%5c",
            ";jsessionid=1;a=b",
            "%3B%2F%3F",
            "*",
            "-");

    private HostileValues() {}

    /** For a place in a JSON body. */
    static List<String> json() {
        return Stream.concat(RAW_JSON.stream(), TEXTS.stream().map(HostileValues::quoted))
                .toList();
    }

    /** For a path segment or a parameter's value. */
    static List<String> encoded() {
        return Stream.concat(
                        RAW_ENCODED.stream(),
                        TEXTS.stream()
                                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)
                                        .replace("+", "%20")))
                .filter(text -> text.length() < 6_000)
                .toList();
    }

    /** For the value of a header, without what a client can't put into one. */
    static List<String> header() {
        return Stream.concat(
                        TEXTS.stream().filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 127)),
                        Stream.of("z".repeat(7_000), "a,b;q=9,*/*;q=x", "\"", "\\", "W/\"", "bytes=-1-,9-1"))
                .toList();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
