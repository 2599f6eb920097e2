package io.hansa.proxy.document;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds one JSON object from the events of a YAML parser, within {@link JsonBounds#DOCUMENT}. Not
 * thread-safe.
 */
final class YamlReader {
    /** {@link jakarta.json.Json} looks a provider up at each call, which takes 0.1 ms. */
    private final Iterator<Event> events;

    private int values;

    YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * @throws Failure REQUEST_INVALID that names the line
     */
    JsonObject object() {
        Event event = events.next();
        while (event.getEventId() == ID.StreamStart || event.getEventId() == ID.DocumentStart) {
            event = events.next();
        }
        if (!(event instanceof MappingStartEvent start)) {
            throw refused(
                    event, "the document must be one mapping, with lines such as name: value");
        }
        JsonObject object = mapping(start, 1);
        for (Event next = events.next(); events.hasNext(); next = events.next()) {
            if (next.getEventId() == ID.DocumentStart) {
                throw refused(next, "a second document begins here; send one");
            }
        }
        return object;
    }

    private JsonObject mapping(MappingStartEvent start, int depth) {
        check(start, start.getTag().isPresent());
        checkDepth(start, depth);
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> keys = new HashSet<>();
        for (Event key = events.next(); key.getEventId() != ID.MappingEnd; key = events.next()) {
            String name = key(key);
            if (!keys.add(name)) {
                throw refused(
                        key, "the member \"%s\" is there twice".formatted(Name.shortened(name)));
            }
            object.add(name, value(events.next(), depth));
        }
        return object.build();
    }

    private JsonValue sequence(CollectionStartEvent start, int depth) {
        check(start, start.getTag().isPresent());
        checkDepth(start, depth);
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Event next = events.next();
                next.getEventId() != ID.SequenceEnd;
                next = events.next()) {
            array.add(value(next, depth));
        }
        return array.build();
    }

    private JsonValue value(Event event, int depth) {
        values++;
        if (values > JsonBounds.DOCUMENT.maxValues()) {
            throw refused(
                    event,
                    "the document has more than %d values"
                            .formatted(JsonBounds.DOCUMENT.maxValues()));
        }
        if (event instanceof MappingStartEvent mapping) {
            return mapping(mapping, depth + 1);
        }
        if (event instanceof CollectionStartEvent sequence) {
            return sequence(sequence, depth + 1);
        }
        return scalar(event);
    }

    private static String key(Event event) {
        if (event instanceof ScalarEvent scalar) {
            check(scalar, scalar.getTag().isPresent());
            return scalar.getValue();
        }
        throw refused(event, "a member's name must be a text; JSON has no other names");
    }

    private static JsonValue scalar(Event event) {
        if (!(event instanceof ScalarEvent scalar)) {
            throw refused(event, "aliases are not supported; write the value itself");
        }
        check(scalar, scalar.getTag().isPresent());
        if (!scalar.isPlain()) {
            return JSON.createValue(scalar.getValue());
        }
        try {
            return YamlScalar.value(scalar.getValue());
        } catch (IllegalArgumentException noJson) {
            throw refused(event, noJson.getMessage());
        }
    }

    private static void check(NodeEvent event, boolean tagged) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw refused(event, "anchors and aliases are not supported; write the value itself");
        }
        if (tagged) {
            throw refused(event, "tags are not supported; write the value without");
        }
    }

    private static void checkDepth(Event start, int depth) {
        if (depth > JsonBounds.MAX_DEPTH) {
            throw refused(
                    start, "the document has more than %d levels".formatted(JsonBounds.MAX_DEPTH));
        }
    }

    private static Failure refused(Event at, String why) {
        int line = at.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return BodyFault.of(
                "", "The YAML of the body is refused at line %d: %s.".formatted(line, why));
    }
}
