package io.nexum.gateway.request;

import io.nexum.kernel.json.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;

/**
 * YAML as another spelling of JSON: maps, lists and plain values, within the bounds that JSON has here. It makes no
 * objects of classes, follows no aliases, and takes a decimal number for its digits.
 */
public final class YamlText {
    private static final int MAX_LENGTH = 1 << 20;

    private YamlText() {}

    /** @throws RuntimeException if it is no such YAML; the message says where */
    static JsonNode tree(String yaml) {
        LoaderOptions bounds = new LoaderOptions();
        bounds.setAllowDuplicateKeys(false);
        bounds.setMaxAliasesForCollections(0);
        bounds.setNestingDepthLimit(Json.MAX_NESTING);
        bounds.setCodePointLimit(MAX_LENGTH);
        DumperOptions unused = new DumperOptions();
        Yaml reader = new Yaml(new SafeConstructor(bounds), new Representer(unused), unused, bounds, new PlainValues());
        Object loaded = reader.load(yaml);
        // By way of text, so that JSON's own bounds hold for what YAML has let through.
        return Json.tree(Json.bytes(loaded == null ? Map.of() : loaded));
    }

    /** What an object is as JSON, written as YAML. */
    public static String of(Object value) {
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setSplitLines(false);
        // Whatever any other reader would take for a number or a truth value is quoted.
        Yaml writer = new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(style), style);
        return writer.dump(Json.convert(Json.tree(Json.bytes(value)), Object.class));
    }

    /** Truth values, whole numbers and nothing are what they look like; all else is text, 0.045 and dates too. */
    private static final class PlainValues extends Resolver {
        private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
        private static final Pattern TRUTH = Pattern.compile("true|false");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, TRUTH, "tf");
            addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
            addImplicitResolver(Tag.MERGE, MERGE, "<");
        }
    }
}
