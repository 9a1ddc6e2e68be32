package io.nexum.gateway.http;

import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Tells a client what is wrong with a body that is no sound JSON, and never in the words of a Java class. */
final class MalformedJson {
    private static final int LONGEST = 200;

    private MalformedJson() {}

    static Problem problem(JacksonException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String why = e instanceof StreamConstraintsException
                ? "it goes beyond the bounds of nesting or length"
                : firstSentence(e.getOriginalMessage());
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "the body is not sound JSON" + place + ": " + why);
    }

    private static String firstSentence(String message) {
        String line =
                message.lines().findFirst().orElse("").replaceAll("(: enable `| \\().*", ""); // advice to a programmer
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
