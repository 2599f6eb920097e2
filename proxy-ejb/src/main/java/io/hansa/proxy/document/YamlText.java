package io.hansa.proxy.document;

import io.hansa.connector.text.StatedText;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import java.nio.charset.CharacterCodingException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 text of administrators, as JSON. The values are those of the core schema (YAML 1.2,
 * section 10.3) that JSON has, too. Tags, anchors and aliases are refused: JSON has none, and
 * aliases make a short text a large one. Safe for many threads.
 */
public final class YamlText {
    private static final int MAX_CODE_POINTS = 2 << 20;

    private static final int MIN_BUFFER = 1 << 10;

    private YamlText() {}

    /**
     * The object in the text, which is in UTF-8, or as a byte order mark tells.
     *
     * @throws Failure REQUEST_INVALID that names the line
     */
    public static JsonObject object(byte[] body) {
        JsonObject object = parse(text(body));
        SoundText.require(object);
        return object;
    }

    /** The object as YAML in block style; its members keep their order. */
    public static String print(JsonObject object) {
        return YamlPrinter.print(object);
    }

    private static String text(byte[] body) {
        try {
            return StatedText.read(body);
        } catch (CharacterCodingException notUtf8) {
            throw invalid("The body is not UTF-8; send it in that encoding.");
        }
    }

    private static JsonObject parse(String text) {
        try {
            return new YamlReader(new Parse(settings(text.length())).parseString(text).iterator())
                    .object();
        } catch (MarkedYamlEngineException broken) {
            throw invalid(
                    "The body is not valid YAML; correct line %d: %s."
                            .formatted(line(broken), Name.shortened(broken.getProblem())));
        } catch (ReaderException unprintable) {
            throw invalid(
                    "The body is not valid YAML; line %d has a character that YAML does not allow."
                            .formatted(line(text, unprintable.getPosition())));
        } catch (YamlEngineException beyond) {
            throw invalid(
                    "The body is not valid YAML, or has more than %d characters; correct or shorten it."
                            .formatted(MAX_CODE_POINTS));
        }
    }

    /**
     * The parser copies what it has of a scalar each time its buffer is read, so a long scalar
     * takes quadratic time unless the buffer takes the text.
     */
    private static LoadSettings settings(int length) {
        return LoadSettings.builder()
                .setLabel("body")
                .setCodePointLimit(MAX_CODE_POINTS)
                .setBufferSize(Math.max(MIN_BUFFER, Math.min(length, MAX_CODE_POINTS)))
                .setParseComments(false)
                .build();
    }

    private static int line(MarkedYamlEngineException broken) {
        return broken.getProblemMark()
                .or(broken::getContextMark)
                .map(m -> m.getLine() + 1)
                .orElse(1);
    }

    private static int line(String text, int position) {
        String before = text.substring(0, Math.min(Math.max(0, position), text.length()));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    private static Failure invalid(String sentence) {
        return BodyFault.of("", sentence);
    }
}
