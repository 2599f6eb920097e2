package io.hansa.proxy.document;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.text.ByteOrderMark;
import io.hansa.connector.text.StatedText;
import io.hansa.proxy.failure.Failure;
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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Parses text as JSON within {@link JsonBounds}, independent of the bounds of the container's
 * parser. In text from administrators a duplicate member is refused, because parsers treat it
 * differently (RFC 8259, section 4). Anything after the value is refused, too.
 */
public final class JsonText {
    private static final JsonParserFactory PARSERS = JSON.createParserFactory(Map.of());
    private static final JsonReaderFactory STRICT_READERS =
            JSON.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private JsonText() {}

    /**
     * The object in the text. Otherwise a {@code request-invalid} that names the position of the
     * error.
     */
    public static JsonObject object(String text) {
        return object(text, JsonBounds.DOCUMENT);
    }

    private static JsonObject object(String text, JsonBounds bounds) {
        if (read(text, bounds) instanceof JsonObject object) {
            return object;
        }
        throw invalid("The body must be one JSON object; begin it with { and end it with }.");
    }

    /**
     * The same for bytes that an administrator sent: in UTF-8, or as a byte order mark tells. Text
     * in them that has no form in UTF-8, or that PostgreSQL does not keep, is refused by its
     * member.
     */
    public static JsonObject object(byte[] body) {
        return object(body, JsonBounds.DOCUMENT);
    }

    /** The same within other bounds. */
    public static JsonObject object(byte[] body, JsonBounds bounds) {
        JsonObject object;
        try {
            object = object(StatedText.read(body), bounds);
        } catch (CharacterCodingException notUtf8) {
            throw invalid("The body is not UTF-8; send it in that encoding.");
        }
        SoundText.require(object);
        return object;
    }

    /** The value in the text; null if the text is empty. */
    public static JsonValue read(String text) {
        return read(text, JsonBounds.DOCUMENT);
    }

    private static JsonValue read(String text, JsonBounds bounds) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = STRICT_READERS.createReader(bounded(text, bounds))) {
            requireOneValue(text, bounds);
            return reader.readValue();
        } catch (Failure named) {
            throw named;
        } catch (JsonBounds.Exceeded beyond) {
            throw invalid(
                    "The body exceeds a limit: %s; send less.".formatted(beyond.getMessage()));
        } catch (JsonParsingException broken) {
            throw invalid(
                    "The body is not valid JSON; correct line %d."
                            .formatted(broken.getLocation().getLineNumber()));
        } catch (RuntimeException broken) {
            // JSON providers also throw exceptions other than JsonException.
            throw invalid("The body is empty or not plain JSON; send one JSON object.");
        }
    }

    /**
     * The value in a text from another system, such as a server or a peer; empty if the text is not
     * JSON.
     *
     * @throws JsonBounds.Exceeded if the text exceeds a bound
     */
    public static Optional<JsonValue> foreign(byte[] utf8, JsonBounds bounds) {
        try (JsonReader reader = READERS.createReader(bounded(utf8, bounds))) {
            return Optional.of(reader.readValue());
        } catch (JsonBounds.Exceeded beyond) {
            throw beyond;
        } catch (RuntimeException noJson) {
            // JSON providers also throw exceptions other than JsonException.
            return Optional.empty();
        }
    }

    /** A JsonReader stops at the end of the value, a JsonParser at the end of the text. */
    private static void requireOneValue(String text, JsonBounds bounds) {
        try (JsonParser parser = PARSERS.createParser(bounded(text, bounds))) {
            new JsonWalk(parser).toTheEnd();
        }
    }

    private static Reader bounded(String text, JsonBounds bounds) {
        return new BoundedJson(new StringReader(text), bounds);
    }

    private static Reader bounded(byte[] utf8, JsonBounds bounds) {
        ByteOrderMark mark = ByteOrderMark.of(utf8);
        int from = mark == null ? 0 : mark.length();
        return new BoundedJson(
                new InputStreamReader(
                        new ByteArrayInputStream(utf8, from, utf8.length - from),
                        mark == null ? StandardCharsets.UTF_8 : mark.charset()),
                bounds);
    }

    private static Failure invalid(String sentence) {
        return BodyFault.of("", sentence);
    }
}
