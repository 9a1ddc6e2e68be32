package io.nexum.gateway.hostile;

import io.nexum.gateway.hostile.Targets.Sound;
import io.nexum.gateway.openapi.ApiOperation;
import io.nexum.gateway.openapi.Bodies;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Makes hostile requests out of a sound one: one part of it is bad at a time. */
final class Attacks {
    private static final int MOST_BAD_FIELDS = 24;
    private static final int MOST_BAD_PARAMETERS = 12;
    private static final int VALUES_A_FIELD = 5;
    private static final int VALUES_A_PARAMETER = 3;
    private static final String JSON = "application/json";
    private static final List<String> HEADERS = List.of(
            "Idempotency-Key",
            "X-Tenant-ID",
            "X-Correlation-ID",
            "X-Dry-Run",
            "X-Forwarded-For",
            "X-HTTP-Method-Override",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Content-Encoding",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Origin",
            "Cookie",
            "traceparent");

    private final ApiOperation operation;
    private final Sound sound;
    private final Bag json;
    private final Bag encoded;
    private final Bag header;
    private final Random random;
    private final List<Attack> attacks = new ArrayList<>();

    /** Gives all values in an order by chance before it gives one again. */
    private static final class Bag {
        private final List<String> values;
        private final Random random;
        private int next;

        Bag(List<String> values, Random random) {
            this.values = new ArrayList<>(values);
            this.random = random;
            this.next = values.size();
        }

        String draw() {
            if (next == values.size()) {
                Collections.shuffle(values, random);
                next = 0;
            }
            return values.get(next++);
        }
    }

    private Attacks(ApiOperation operation, Sound sound, Random random) {
        this.operation = operation;
        this.sound = sound;
        this.random = random;
        this.json = new Bag(HostileValues.json(), random);
        this.encoded = new Bag(HostileValues.encoded(), random);
        this.header = new Bag(HostileValues.header(), random);
    }

    static List<Attack> on(ApiOperation operation, Sound sound, Random random) {
        Attacks made = new Attacks(operation, sound, random);
        made.paths();
        made.queries();
        made.headers();
        if (operation.takesBody()) {
            made.fields();
            made.wholeBodies();
        } else {
            made.add(
                    "a body that nobody asked for",
                    sound.target(operation),
                    List.of("Content-Type", JSON),
                    "{\"a\":1}");
        }
        return made.attacks;
    }

    /** The sound request itself. */
    static Attack none(ApiOperation operation, Sound sound) {
        Attacks made = new Attacks(operation, sound, new Random(0));
        made.add("nothing", sound.target(operation), made.fineBody());
        return made.attacks.getFirst();
    }

    private void paths() {
        for (String name : operation.parameters("path")) {
            for (int i = 0; i < VALUES_A_PARAMETER * 2; i++) {
                String value = encoded.draw();
                String path = operation.path().replace("{" + name + "}", value);
                add("path " + name, sound.target(operationAt(path)), fineBody());
            }
        }
        add("path with a tail", sound.target(operation) + "/" + encoded.draw(), fineBody());
        add("path with a slash", sound.target(operation) + "/", fineBody());
    }

    private ApiOperation operationAt(String path) {
        return new ApiOperation(operation.method(), path, operation.node(), operation.document());
    }

    private void queries() {
        List<String> questions = new ArrayList<>();
        for (String name : operation.parameters("query")) {
            for (int i = 0; i < VALUES_A_PARAMETER; i++) {
                questions.add(name + "=" + encoded.draw());
            }
            questions.add(name + "=1&" + name + "=2");
            questions.add(name);
        }
        Collections.shuffle(questions, random);
        questions
                .subList(0, Math.min(questions.size(), MOST_BAD_PARAMETERS))
                .forEach(question -> add("query", sound.target(operation) + "?" + question, fineBody()));
        for (String question : List.of(
                encoded.draw() + "=" + encoded.draw(), "dry_run=" + encoded.draw(), "a=1&".repeat(1_500), "[]=&=&&")) {
            String escaped = question.replace("[", "%5B").replace("]", "%5D");
            add("unknown query", sound.target(operation) + "?" + escaped, fineBody());
        }
    }

    private void headers() {
        for (String name : HEADERS) {
            add(
                    "header " + name,
                    sound.target(operation),
                    List.of("Content-Type", JSON, name, header.draw()),
                    fineBody());
        }
        String key = header.draw();
        add("two keys", sound.target(operation), List.of("Idempotency-Key", key, "Idempotency-Key", "b"), fineBody());
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/json; charset=utf-16",
                "application/x-www-form-urlencoded",
                "*/*")) {
            add("content type", sound.target(operation), List.of("Content-Type", type), fineBody());
        }
        for (String method : List.of("BREW", "PROPFIND", "TRACE")) {
            attacks.add(new Attack("method", method, sound.target(operation), List.of(), BodyPublishers.noBody()));
        }
    }

    private void fields() {
        List<List<String>> places = new ArrayList<>(operation.places());
        List<Attack> bad = new ArrayList<>();
        for (List<String> place : places) {
            for (int i = 0; i < VALUES_A_FIELD; i++) {
                bad.add(withBody(place + " is bad", Bodies.withText(sound.body(), place, json.draw())));
            }
            bad.add(withBody(
                    place + " is missing", Bodies.without(sound.body(), place).toString()));
        }
        Collections.shuffle(bad, random);
        attacks.addAll(bad.subList(0, Math.min(bad.size(), MOST_BAD_FIELDS)));
    }

    private void wholeBodies() {
        String fine = fineBody();
        for (String body : List.of(
                "",
                " ",
                "null",
                "5",
                "\"text\"",
                "[]",
                "[{}]",
                "{}",
                "[" + fine + "]",
                fine + fine,
                fine.substring(0, random.nextInt(fine.length())),
                fine.replaceFirst("\\{", "{\"a\": 1, \"a\": 2, "),
                fine.replaceFirst("\\{", "{\"unknown\": " + json.draw().replace("$", "\\$") + ", "),
                fine.replace("\"", "'"),
                "\u0000",
                "a=b&c=d",
                "<a/>",
                "{\"pad\": \"" + "x".repeat(1 << 20) + "\"}")) {
            attacks.add(withBody("whole body", body));
        }
        encoded("UTF-16", fine, StandardCharsets.UTF_16);
        encoded("UTF-32", fine, Charset.forName("UTF-32"));
        encoded("Latin-1", fine.replaceFirst("\": *\"", "\": \"\u00fc\u00a0"), StandardCharsets.ISO_8859_1);
        encoded("byte order mark", "\ufeff" + fine, StandardCharsets.UTF_8);
        byte[] broken = fine.getBytes(StandardCharsets.UTF_8);
        broken[random.nextInt(broken.length)] = (byte) 0xff;
        add("a wrong byte", sound.target(operation), List.of("Content-Type", JSON), broken);
        byte[] noise = new byte[300];
        random.nextBytes(noise);
        add("noise", sound.target(operation), List.of("Content-Type", JSON), noise);
    }

    private void encoded(String what, String text, Charset charset) {
        add(what, sound.target(operation), List.of("Content-Type", JSON), text.getBytes(charset));
    }

    private Attack withBody(String what, String body) {
        return new Attack(
                what + ": " + (body.length() > 400 ? body.substring(0, 400) + "..." : body),
                operation.method(),
                sound.target(operation),
                List.of("Content-Type", JSON),
                BodyPublishers.ofString(body));
    }

    private String fineBody() {
        JsonNode body = sound.body();
        return operation.takesBody() ? body.toString() : "";
    }

    private void add(String what, String target, String body) {
        add(what, target, List.of("Content-Type", JSON), body);
    }

    private void add(String what, String target, List<String> headers, String body) {
        add(what, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private void add(String what, String target, List<String> headers, byte[] body) {
        attacks.add(new Attack(what, operation.method(), target, headers, BodyPublishers.ofByteArray(body)));
    }
}
