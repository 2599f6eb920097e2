package io.hansa.proxy.document;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Prints a JSON object as YAML. A text stands without quotes only where readers of YAML 1.1 and 1.2
 * both take it for a text: YAML 1.1 takes {@code no} for a boolean and {@code 12:30} for a number.
 */
final class YamlPrinter {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:[._/@*-]++[A-Za-z0-9]*+)*+");
    private static final Pattern RESERVED =
            Pattern.compile("y|n|yes|no|on|off|true|false|null", Pattern.CASE_INSENSITIVE);
    private static final DumpSettings SETTINGS =
            DumpSettings.builder()
                    .setUseUnicodeEncoding(true)
                    .setSplitLines(false)
                    .setIndent(2)
                    .build();

    private final List<Event> events = new ArrayList<>();

    private YamlPrinter() {}

    static String print(JsonObject object) {
        YamlPrinter printer = new YamlPrinter();
        printer.events.add(new StreamStartEvent());
        printer.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        printer.value(object);
        printer.events.add(new DocumentEndEvent(false));
        printer.events.add(new StreamEndEvent());
        return new Present(SETTINGS).emitToString(printer.events.iterator());
    }

    private void value(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                events.add(
                        new MappingStartEvent(
                                Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                value.asJsonObject()
                        .forEach(
                                (name, member) -> {
                                    text(name);
                                    value(member);
                                });
                events.add(new MappingEndEvent());
            }
            case ARRAY -> {
                events.add(
                        new SequenceStartEvent(
                                Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                value.asJsonArray().forEach(this::value);
                events.add(new SequenceEndEvent());
            }
            case STRING -> text(((JsonString) value).getString());
            default -> scalar(value.toString(), ScalarStyle.PLAIN);
        }
    }

    private void text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches();
        scalar(text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    private void scalar(String text, ScalarStyle style) {
        events.add(
                new ScalarEvent(
                        Optional.empty(),
                        Optional.empty(),
                        new ImplicitTuple(true, true),
                        text,
                        style));
    }
}
