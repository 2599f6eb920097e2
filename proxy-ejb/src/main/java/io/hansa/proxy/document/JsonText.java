package io.hansa.proxy.document;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Map;

/**
 * Turns text into JSON. A member that stands twice is refused, because readers differ about what it
 * means (RFC 8259, section 4), and so is anything after the value.
 */
public final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    /** The object that the text holds, or a {@code request-invalid} that says where it breaks off. */
    public static JsonObject object(String text) {
        if (read(text) instanceof JsonObject object) {
            return object;
        }
        throw invalid("The body must be one JSON object; begin it with { and end it with }.");
    }

    /** The value that the text holds; null where there is no text. */
    public static JsonValue read(String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            requireOneValue(text);
            return reader.readValue();
        } catch (JsonParsingException broken) {
            throw invalid(
                    "The body is not JSON, as line %d shows; correct it there."
                            .formatted(broken.getLocation().getLineNumber()));
        } catch (RuntimeException broken) {
            throw invalid(
                    "The body is empty, nested too deeply or has a member twice; send plain JSON.");
        }
    }

    /** A reader stops at the end of the value, a parser at the end of the text. */
    private static void requireOneValue(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    private static Failure invalid(String sentence) {
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence);
    }
}
