package io.hansa.proxy.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts texts with AES-256-GCM (NIST SP 800-38D): base64 of a random nonce of 12 bytes, the
 * encrypted text, and its tag. A name is authenticated with each text, so that two of them cannot
 * be exchanged in the database. Safe for many threads.
 */
final class KeyCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    KeyCipher(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    String seal(String name, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, name, nonce)
                            .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no AES-256-GCM.", absent);
        }
    }

    /**
     * @throws WrongKeyException if it was encrypted with another key, for another name, or changed
     */
    String open(String name, String sealed) throws WrongKeyException {
        try {
            byte[] both = Base64.getDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, name, nonce)
                            .doFinal(both, NONCE_BYTES, Math.max(0, both.length - NONCE_BYTES)),
                    StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException another) {
            throw new WrongKeyException(another);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no AES-256-GCM.", absent);
        }
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
