package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTextTest {

    private static final String TEXT = "价格 12 €";
    private static final byte[] UTF8 = TEXT.getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheCharset(String name) throws CharacterCodingException {
        byte[] marked = ("\uFEFF" + TEXT).getBytes(Charset.forName(name));

        assertThat(StatedText.utf8(marked, null, UTF_8)).isEqualTo(UTF8);
        assertThat(StatedText.utf8(marked, "text/plain; charset=latin1", UTF_8)).isEqualTo(UTF8);
    }

    @Test
    void theContentTypeTellsTheCharset() throws CharacterCodingException {
        assertThat(utf8(UTF_16LE, "text/plain; charset=UTF-16LE")).isEqualTo(UTF8);
        assertThat(utf8(UTF_16, "text/plain; charset=\"utf-16\"")).isEqualTo(UTF8);
        assertThat(utf8(UTF_16BE, "text/plain; Charset=utf-16")).isEqualTo(UTF8);
        assertThat(utf8(Charset.forName("GB18030"), "text/plain;charset=gb18030")).isEqualTo(UTF8);
    }

    @Test
    void aMarkInAnotherCharsetIsNoData() throws CharacterCodingException {
        byte[] marked = ("\uFEFF" + TEXT).getBytes(Charset.forName("GB18030"));

        assertThat(StatedText.utf8(marked, "text/plain; charset=GB18030", UTF_8)).isEqualTo(UTF8);
    }

    @Test
    void utf8WithoutAMarkIsNotCopied() throws CharacterCodingException {
        assertThat(StatedText.utf8(UTF8, "text/plain", UTF_8)).isSameAs(UTF8);
        assertThat(StatedText.utf8(UTF8, null, UTF_8)).isSameAs(UTF8);
    }

    @Test
    void aLoneSurrogateIsRefused() {
        byte[] lone = {(byte) 0xD8, 0x00, 0x00, 0x41};

        assertThatThrownBy(() -> StatedText.utf8(lone, "text/plain; charset=UTF-16BE", UTF_8))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void anUnknownCharsetIsNamed() {
        assertThatThrownBy(() -> StatedText.utf8(UTF8, "text/plain; charset=no-such", UTF_8))
                .isInstanceOf(UnknownCharsetException.class)
                .hasMessageContaining("no-such");
    }

    private static byte[] utf8(Charset charset, String contentType)
            throws CharacterCodingException {
        return StatedText.utf8(TEXT.getBytes(charset), contentType, UTF_8);
    }
}
