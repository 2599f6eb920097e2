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
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Turns text into JSON, within {@link JsonBounds}, whatever the container's own reader allows. In
 * what administrators write a member that stands twice is refused, because readers differ about
 * what it means (RFC 8259, section 4), and so is anything after the value.
 */
public final class JsonText {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonReaderFactory STRICT_READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonText() {}

    /**
     * The object that the text holds, or a {@code request-invalid} that says where it breaks off.
     */
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
        try (JsonReader reader = STRICT_READERS.createReader(bounded(text))) {
            requireOneValue(text);
            return reader.readValue();
        } catch (JsonBounds.Exceeded beyond) {
            throw invalid("The body is not read: %s; send less.".formatted(beyond.getMessage()));
        } catch (JsonParsingException broken) {
            throw invalid(
                    "The body is not JSON, as line %d shows; correct it there."
                            .formatted(broken.getLocation().getLineNumber()));
        } catch (RuntimeException broken) {
            throw invalid("The body is empty or has a member twice; send plain JSON.");
        }
    }

    /**
     * The value in a text of somebody else, such as a server or a peer; empty where it is no JSON.
     *
     * @throws JsonBounds.Exceeded where it goes beyond a bound
     */
    public static Optional<JsonValue> foreign(byte[] utf8, JsonBounds bounds) {
        try (JsonReader reader = READERS.createReader(bounded(utf8, bounds))) {
            return Optional.of(reader.readValue());
        } catch (JsonBounds.Exceeded beyond) {
            throw beyond;
        } catch (RuntimeException noJson) {
            // Providers fail with other exceptions than JsonException, too.
            return Optional.empty();
        }
    }

    /**
     * Gives one part of such a text after the other.
     *
     * @throws JsonBounds.Exceeded from any of its methods
     */
    public static JsonParser parser(byte[] utf8, JsonBounds bounds) {
        return PARSERS.createParser(bounded(utf8, bounds));
    }

    /** A reader stops at the end of the value, a parser at the end of the text. */
    private static void requireOneValue(String text) {
        try (JsonParser parser = PARSERS.createParser(bounded(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
        }
    }

    private static Reader bounded(String text) {
        return new BoundedJson(new StringReader(text), JsonBounds.DOCUMENT);
    }

    private static Reader bounded(byte[] utf8, JsonBounds bounds) {
        return new BoundedJson(
                new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8),
                bounds);
    }

    private static Failure invalid(String sentence) {
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence);
    }
}
