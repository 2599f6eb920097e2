package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {

    private static final byte[] PLAIN = "{\"total\":\"12.50\"}".getBytes(UTF_8);
    private static final int MAX = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "X-GZIP", "identity, gzip"})
    void gzipIsRemoved(String name) throws Exception {
        assertThat(ContentCodings.remove(gzip(PLAIN), name, MAX)).isEqualTo(PLAIN);
    }

    @Test
    void deflateIsRemovedInBothForms() throws Exception {
        assertThat(ContentCodings.remove(deflate(PLAIN, false), "deflate", MAX)).isEqualTo(PLAIN);
        assertThat(ContentCodings.remove(deflate(PLAIN, true), "deflate", MAX)).isEqualTo(PLAIN);
    }

    @Test
    void severalCodingsAreRemovedLastFirst() throws Exception {
        byte[] coded = gzip(deflate(PLAIN, false));

        assertThat(ContentCodings.remove(coded, "deflate, gzip", MAX)).isEqualTo(PLAIN);
    }

    @Test
    void withoutACodingNothingIsCopied() throws Exception {
        assertThat(ContentCodings.remove(PLAIN, null, 1)).isSameAs(PLAIN);
        assertThat(ContentCodings.remove(PLAIN, "identity", 1)).isSameAs(PLAIN);
    }

    @Test
    void aBombEndsAtTheBound() throws Exception {
        byte[] bomb = gzip(new byte[10_000_000]);

        assertThatThrownBy(() -> ContentCodings.remove(bomb, "gzip", 100_000))
                .isInstanceOf(ContentCodingException.class)
                .hasMessageContaining("longer than 100000 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, br", "gzip,gzip,gzip,gzip,gzip"})
    void unknownCodingsAreRefused(String name) throws Exception {
        byte[] coded = gzip(PLAIN);

        assertThatThrownBy(() -> ContentCodings.remove(coded, name, MAX))
                .isInstanceOf(ContentCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void cutAndForeignDataAreRefused(String name) throws Exception {
        byte[] whole = name.equals("gzip") ? gzip(PLAIN) : deflate(PLAIN, false);
        byte[] cut = Arrays.copyOf(whole, whole.length - 6);

        assertThatThrownBy(() -> ContentCodings.remove(cut, name, MAX))
                .isInstanceOf(ContentCodingException.class)
                .hasMessageContaining("broken");
        assertThatThrownBy(() -> ContentCodings.remove(PLAIN, name, MAX))
                .isInstanceOf(ContentCodingException.class)
                .hasMessageContaining("broken");
    }

    private static byte[] gzip(byte[] data) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coding = new GZIPOutputStream(coded)) {
            coding.write(data);
        }
        return coded.toByteArray();
    }

    private static byte[] deflate(byte[] data, boolean raw) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream coding = new DeflaterOutputStream(coded, new Deflater(6, raw))) {
            coding.write(data);
        }
        return coded.toByteArray();
    }
}
