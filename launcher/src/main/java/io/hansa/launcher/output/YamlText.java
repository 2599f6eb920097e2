package io.hansa.launcher.output;

import io.hansa.launcher.remote.ExitStatus;
import io.hansa.launcher.workspace.LaunchException;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** JSON as YAML, and back. JSON is YAML, too, so both are read here. */
public final class YamlText {
    private YamlText() {}

    public static String print(JsonValue value) {
        DumpSettings settings =
                DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .setSplitLines(false)
                        .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    /**
     * @throws LaunchException with status 2 if the text is no mapping
     */
    public static JsonObject object(String text) {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(text);
            if (read instanceof Map<?, ?> map) {
                return value(map).asJsonObject();
            }
        } catch (YamlEngineException broken) {
            throw new LaunchException(
                    ExitStatus.USAGE, "It is neither JSON nor YAML: " + broken.getMessage());
        }
        throw new LaunchException(
                ExitStatus.USAGE, "It must be one object, with lines such as name: value.");
    }

    /** One value, such as {@code 5} or {@code [a, b]}. */
    public static JsonValue value(String text) {
        return object("value: " + text).get("value");
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                value.asJsonObject().forEach((name, member) -> map.put(name, plain(member)));
                yield map;
            }
            case ARRAY -> value.asJsonArray().stream().map(YamlText::plain).toList();
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> number((JsonNumber) value);
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL -> null;
        };
    }

    private static Number number(JsonNumber number) {
        return number.isIntegral() ? number.bigIntegerValue() : number.bigDecimalValue();
    }

    private static JsonValue value(Object read) {
        if (read == null) {
            return JsonValue.NULL;
        }
        if (read instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, member) -> object.add(String.valueOf(name), value(member)));
            return object.build();
        }
        if (read instanceof Collection<?> all) {
            var array = Json.createArrayBuilder();
            List.copyOf(all).forEach(one -> array.add(value(one)));
            return array.build();
        }
        if (read instanceof Boolean truth) {
            return truth ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (read instanceof Number number) {
            return Json.createValue(number);
        }
        return Json.createValue(read.toString());
    }
}
