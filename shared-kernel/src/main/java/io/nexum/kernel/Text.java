package io.nexum.kernel;

/** What people may write into names and descriptions. */
public final class Text {
    private Text() {}

    /**
     * The text without white space at its ends.
     *
     * @throws RefusedException naming the field, if it is empty, longer than {@code maxLength}, or holds a control
     *     character or half a surrogate pair
     */
    public static String required(String field, String value, int maxLength) {
        String text = optional(field, value, maxLength);
        if (text.isEmpty()) {
            throw new RefusedException(new Refusals.InvalidValue(field, field + " must not be empty"));
        }
        return text;
    }

    /** As {@link #required}, but may be empty. */
    public static String optional(String field, String value, int maxLength) {
        String text = value.strip();
        if (text.length() > maxLength) {
            throw new RefusedException(
                    new Refusals.InvalidValue(field, field + " has at most " + maxLength + " characters"));
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
                throw new RefusedException(
                        new Refusals.InvalidValue(field, field + " must not hold control characters"));
            }
        }
        return text;
    }
}
