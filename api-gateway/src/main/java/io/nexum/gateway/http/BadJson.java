package io.nexum.gateway.http;

import io.nexum.kernel.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells a client what is wrong with a body, in its own words and never in those of a Java class. */
final class BadJson {
    private BadJson() {}

    static Problem problem(JacksonException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return inField(e, refused);
            }
            if (cause instanceof StreamReadException || cause instanceof StreamConstraintsException) {
                return malformed((JacksonException) cause);
            }
        }
        String field = path(e);
        String message = switch (e) {
            case InvalidFormatException wrong -> value(wrong.getValue()) + " is not " + wanted(wrong);
            case MismatchedInputException wrong -> "this is not " + wanted(wrong);
            default -> reason(e);
        };
        return field.isEmpty()
                ? Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-body", "the body can't be read: " + message)
                : Problem.ofField(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid-value", field, "invalid " + field + ": " + message);
    }

    /** A refusal from within a value names the value by its own name; its place in the body says more. */
    private static Problem inField(JacksonException e, RefusedException refused) {
        Problem problem = Problem.of(refused.refusal());
        String field = path(e);
        return field.isEmpty()
                ? problem
                : Problem.ofField(
                        HttpStatus.valueOf(problem.status()),
                        refused.refusal().type(),
                        field,
                        refused.refusal().detail());
    }

    private static Problem malformed(JacksonException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        String why = e instanceof StreamConstraintsException
                ? "it goes beyond the bounds of nesting or length"
                : firstSentence(e.getOriginalMessage());
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "the body is not sound JSON" + place + ": " + why);
    }

    /** {@code lines[2].amount}, or empty for the whole body. */
    static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        List<JacksonException.Reference> steps = e.getPath();
        for (JacksonException.Reference step : steps) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String wanted(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "what belongs here";
        }
        if (type.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                                    .toList());
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "BigDecimal" -> "a decimal number";
            case "UUID" -> "a UUID";
            case "LocalDate" -> "a date as in 2026-01-31";
            case "Instant" -> "an instant as in 2026-01-31T12:00:00Z";
            case "ZoneId" -> "a time zone as in Europe/Paris";
            case "List", "ArrayList", "Set" -> "a list";
            default -> type.isRecord() || type.getSimpleName().endsWith("Map") ? "an object" : "what belongs here";
        };
    }

    private static String value(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "..." : text) + "'";
    }

    /** Constructors of values say what is wrong in their exception. */
    private static String reason(JacksonException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
                return cause.getMessage();
            }
        }
        return "a value of it does not fit";
    }

    private static String firstSentence(String message) {
        String line =
                message.lines().findFirst().orElse("").replaceAll("(: enable `| \\().*", ""); // advice to a programmer
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
