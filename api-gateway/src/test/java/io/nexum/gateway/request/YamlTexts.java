package io.nexum.gateway.request;

/** Bodies as YAML, as the converter reads them. */
public final class YamlTexts {
    private YamlTexts() {}

    public static String written(Object value) {
        return YamlText.of(value);
    }

    public static <B extends Body> B read(String yaml, Class<B> type) {
        return BodyConverter.read(YamlText.tree(yaml), type);
    }
}
