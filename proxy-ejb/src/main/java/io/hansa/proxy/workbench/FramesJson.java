package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.connector.Framing;
import io.hansa.connector.inspection.FoundFrame;
import io.hansa.connector.inspection.FoundFrames;
import io.hansa.connector.inspection.FrameField;
import io.hansa.connector.inspection.FrameInspector;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Shows the frames in bytes, with their fields named. */
final class FramesJson {
    private static final int MAX_FRAMES = 200;

    /** Of each field; the bytes as a whole are shown beside. */
    private static final int MAX_FIELD_BYTES = 1024;

    private final Framing framing;
    private final BytesJson fields;
    private final int maxPayload;

    /**
     * @param maxPayload a longer frame is broken
     */
    FramesJson(Framing framing, Charset charset, int maxPayload) {
        this.framing = framing;
        this.fields = new BytesJson(charset, MAX_FIELD_BYTES);
        this.maxPayload = maxPayload;
    }

    /** Adds the members {@code frames} and {@code rest}. */
    JsonObjectBuilder add(JsonObjectBuilder json, byte[] bytes) {
        FoundFrames found = new FrameInspector(framing).inspect(bytes, MAX_FRAMES, maxPayload);
        JsonArrayBuilder frames = JSON.createArrayBuilder();
        found.frames().forEach(frame -> frames.add(print(frame, bytes)));
        json.add("frames", frames);
        if (found.restOffset() == bytes.length) {
            return json.add("rest", JsonValue.NULL);
        }
        return json.add("rest", rest(found, bytes));
    }

    private JsonObjectBuilder print(FoundFrame frame, byte[] bytes) {
        JsonArrayBuilder named = JSON.createArrayBuilder();
        for (FrameField field : frame.fields()) {
            named.add(print(field, bytes));
        }
        return JSON.createObjectBuilder()
                .add("offset", frame.offset())
                .add("length", frame.length())
                .add("fields", named)
                .add("remark", textOrNull(frame.remark()));
    }

    private JsonObjectBuilder print(FrameField field, byte[] bytes) {
        byte[] its = Arrays.copyOfRange(bytes, field.offset(), field.offset() + field.length());
        return JSON.createObjectBuilder()
                .add("name", field.name())
                .add("offset", field.offset())
                .addAll(fields.print(its))
                .add("value", textOrNull(field.value()));
    }

    private JsonObjectBuilder rest(FoundFrames found, byte[] bytes) {
        byte[] left = Arrays.copyOfRange(bytes, found.restOffset(), bytes.length);
        String state = found.broken() != null ? "BROKEN" : found.more() ? "MORE" : "INCOMPLETE";
        return JSON.createObjectBuilder()
                .add("offset", found.restOffset())
                .add("state", state)
                .add("reason", reason(found))
                .addAll(fields.print(left));
    }

    private static String reason(FoundFrames found) {
        if (found.broken() != null) {
            return "These bytes are no frame: %s.".formatted(found.broken());
        }
        return found.more()
                ? "More than %d frames are not named one by one.".formatted(MAX_FRAMES)
                : "The frame that begins here is not whole.";
    }

    private static JsonValue textOrNull(String text) {
        return text == null ? JsonValue.NULL : JSON.createValue(text);
    }
}
