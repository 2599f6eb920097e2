package io.hansa.connector.inspection;

import java.util.List;

/**
 * One whole frame.
 *
 * @param offset of its first byte, from the beginning of all bytes
 * @param length in bytes
 * @param remark what the payload is not, though the framing says that it should be; null for none
 */
public record FoundFrame(int offset, int length, List<FrameField> fields, String remark) {

    public FoundFrame {
        fields = List.copyOf(fields);
    }
}
