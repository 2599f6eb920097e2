package io.hansa.proxy.registration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Correlation;
import io.hansa.connector.Iso8583;
import io.hansa.proxy.document.Document;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The member {@code correlate} of a framing, between JSON and value. (docs/connector.md) */
final class CorrelationJson {
    private static final int MOST = 1 << 20;
    private static final int MOST_DIFFERING = 127;
    private static final int MAX_FIELDS = 128;

    private CorrelationJson() {}

    static Correlation parse(JsonObject json) {
        Document correlate = new Document("correlate", "/framing/correlate", json);
        JsonObject iso = correlate.object("iso8583").orElse(null);
        Correlation correlation =
                iso != null
                        ? iso8583(new Document("iso8583", "/framing/correlate/iso8583", iso))
                        : new ByteRange(
                                (int) correlate.requiredWhole("offset", 0, MOST),
                                (int) correlate.requiredWhole("bytes", 1, MOST));
        correlate.end();
        return correlation;
    }

    static JsonObjectBuilder print(Correlation correlation) {
        if (correlation instanceof ByteRange range) {
            return JSON.createObjectBuilder()
                    .add("offset", range.offset())
                    .add("bytes", range.bytes());
        }
        if (correlation instanceof Iso8583 iso) {
            return JSON.createObjectBuilder().add("iso8583", print(iso));
        }
        throw new IllegalArgumentException("Teach CorrelationJson to print " + correlation + ".");
    }

    private static JsonObjectBuilder print(Iso8583 iso) {
        var json =
                JSON.createObjectBuilder()
                        .add("encoding", iso.encoding().name())
                        .add("fields", JSON.createArrayBuilder(iso.fields()));
        if (!iso.layout().isEmpty()) {
            var layout = JSON.createObjectBuilder();
            iso.layout().forEach((field, format) -> layout.add(field.toString(), format));
            json.add("layout", layout);
        }
        return json;
    }

    private static Iso8583 iso8583(Document document) {
        Iso8583 iso =
                new Iso8583(
                        document.choice("encoding", Iso8583.Encoding.class, Iso8583.Encoding.ASCII),
                        fields(document),
                        layout(document));
        document.end();
        return iso;
    }

    private static List<Integer> fields(Document document) {
        JsonArray numbers = document.array("fields").orElseThrow(() -> document.missing("fields"));
        List<Integer> fields = new ArrayList<>();
        if (numbers.size() > MAX_FIELDS) {
            throw document.wrong(
                    "fields", numbers.size() + " numbers long", "give at most " + MAX_FIELDS);
        }
        for (JsonValue value : numbers) {
            if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                throw document.wrong("fields", value, "give an array of numbers, such as [11,41]");
            }
            fields.add(number.bigDecimalValue().min(BigDecimal.valueOf(MOST)).intValue());
        }
        return fields;
    }

    private static SortedMap<Integer, String> layout(Document document) {
        SortedMap<Integer, String> layout = new TreeMap<>();
        JsonObject json = document.object("layout").orElse(JsonValue.EMPTY_JSON_OBJECT);
        for (Map.Entry<String, JsonValue> entry : json.entrySet()) {
            if (!entry.getKey().matches("[1-9][0-9]{0,2}")
                    || !(entry.getValue() instanceof JsonString format)
                    || layout.size() == MOST_DIFFERING) {
                throw document.wrong(
                        "layout",
                        "\"" + entry.getKey() + "\"",
                        "give formats by field number, such as {\"48\":\"ans....9999\"}");
            }
            layout.put(Integer.valueOf(entry.getKey()), format.getString());
        }
        return layout;
    }
}
