package io.hansa.connector.inspection;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Close;
import io.hansa.connector.Correlation;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.Iso8583;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.MessageFields;
import java.util.ArrayList;
import java.util.List;

/** Names the fields of whole frames. Immutable, for any number of threads. */
final class FrameLayout {

    private final Framing framing;
    private final Correlation correlation;

    FrameLayout(Framing framing) {
        this.framing = Dialogue.bare(framing);
        this.correlation = framing instanceof Dialogue dialogue ? dialogue.correlation() : null;
    }

    /**
     * @param start of the frame within the bytes
     * @param end behind the frame
     * @param payload as the codec gave it
     */
    FoundFrame frame(byte[] bytes, int start, int end, byte[] payload) {
        List<FrameField> fields = new ArrayList<>();
        int from = addBefore(fields, start, payload.length);
        fields.add(new FrameField("payload", from, payload.length, null));
        addBehind(fields, bytes, from + payload.length);
        String remark = addInside(fields, from, payload);
        return new FoundFrame(start, end - start, fields, remark);
    }

    /** Returns where the payload begins. */
    private int addBefore(List<FrameField> fields, int start, int payload) {
        if (framing instanceof LengthPrefix prefix) {
            return addPrefix(fields, prefix, start, payload);
        }
        if (framing instanceof StxEtx) {
            fields.add(new FrameField("stx", start, 1, null));
            return start + 1;
        }
        return start;
    }

    private static int addPrefix(
            List<FrameField> fields, LengthPrefix prefix, int start, int payload) {
        int header = prefix.header().length;
        long value =
                (long) payload
                        + header
                        + (prefix.includesPrefix() ? prefix.bytes() : 0)
                        - prefix.adjust();
        fields.add(new FrameField("prefix", start, prefix.bytes(), Long.toString(value)));
        int behind = start + prefix.bytes();
        if (header > 0) {
            fields.add(new FrameField("header", behind, header, null));
        }
        return behind + header;
    }

    private void addBehind(List<FrameField> fields, byte[] bytes, int at) {
        if (framing instanceof Delimiter delimiter) {
            fields.add(new FrameField("delimiter", at, delimiter.delimiter().length, null));
        } else if (framing instanceof StxEtx stxEtx) {
            fields.add(new FrameField("etx", at, 1, null));
            if (stxEtx.lrc()) {
                String check = "%02X".formatted(bytes[at + 1]);
                fields.add(new FrameField("lrc", at + 1, 1, check));
            }
        } else if (!(framing instanceof LengthPrefix
                || framing instanceof Fixed
                || framing instanceof Close)) {
            throw new IllegalArgumentException("Teach FrameLayout the fields of " + framing + ".");
        }
    }

    /** Returns why the payload has no such fields; null where it has, or needs none. */
    private String addInside(List<FrameField> fields, int from, byte[] payload) {
        if (correlation instanceof ByteRange range) {
            int end = range.offset() + range.bytes();
            if (end > payload.length) {
                return "the payload has %d bytes, and the correlation is the %d at offset %d"
                        .formatted(payload.length, range.bytes(), range.offset());
            }
            fields.add(new FrameField("correlation", from + range.offset(), range.bytes(), null));
        } else if (correlation instanceof Iso8583 iso) {
            try {
                for (MessageFields.Field field : MessageFields.of(iso, payload)) {
                    fields.add(
                            new FrameField(
                                    field.name(), from + field.offset(), field.length(), null));
                }
            } catch (CorrelationException noMessage) {
                return noMessage.getMessage();
            }
        }
        return null;
    }
}
