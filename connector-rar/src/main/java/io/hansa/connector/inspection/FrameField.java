package io.hansa.connector.inspection;

import java.util.Objects;

/**
 * A named part of a frame.
 *
 * @param name {@code prefix}, {@code header}, {@code payload}, {@code delimiter}, {@code stx},
 *     {@code etx}, {@code lrc}, {@code correlation}, or of ISO 8583 {@code type}, {@code bitmap},
 *     {@code field 11}. Correlation and fields of ISO 8583 lie within the payload
 * @param offset of the first byte, from the beginning of all bytes
 * @param length in bytes
 * @param value of a number, such as the length in a prefix; null where the bytes say it all
 */
public record FrameField(String name, int offset, int length, String value) {

    public FrameField {
        Objects.requireNonNull(name, "A field has a name.");
    }
}
