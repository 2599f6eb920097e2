package io.hansa.proxy.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyCipherTest {
    private static final String SECRET = "{\"d\":\"of the key\"}";

    private final KeyCipher cipher = new KeyCipher(key(1));

    @Test
    void sameKeyOpensSealedKeys() throws WrongKeyException {
        String sealed = cipher.seal("a", SECRET);

        assertThat(sealed).isNotEqualTo(cipher.seal("a", SECRET)).doesNotContain("of the key");
        assertThat(new KeyCipher(key(1)).open("a", sealed)).isEqualTo(SECRET);
    }

    @Test
    void anotherKeyNameOrTextDoesNotOpen() {
        String sealed = cipher.seal("a", SECRET);
        byte[] changed = Base64.getDecoder().decode(sealed);
        changed[20] ^= 1;

        assertWrong(new KeyCipher(key(2)), "a", sealed);
        assertWrong(cipher, "b", sealed);
        assertWrong(cipher, "a", Base64.getEncoder().encodeToString(changed));
        assertWrong(cipher, "a", "AAAA");
        assertWrong(cipher, "a", "no base64!");
    }

    private static void assertWrong(KeyCipher with, String name, String sealed) {
        assertThatThrownBy(() -> with.open(name, sealed)).isInstanceOf(WrongKeyException.class);
    }

    private static byte[] key(int of) {
        byte[] key = new byte[32];
        key[0] = (byte) of;
        return key;
    }
}
