package io.hansa.proxy.idempotency;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request as its caller named it.
 *
 * @param caller whose name it is: keys of others never meet it
 * @param fingerprint of capability and business data
 */
public record RequestKey(String caller, String key, String fingerprint) {
    private static final String PEER = "peer:";
    private static final String VISIBLE_ASCII = "[!-~]{1,200}";

    /**
     * @throws Failure REQUEST_INVALID where the key is none
     */
    public static RequestKey of(Caller caller, String key, String capability, byte[] data) {
        if (!key.matches(VISIBLE_ASCII)) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "Idempotency-Key must be 1 to 200 visible ASCII characters, without spaces.");
        }
        return new RequestKey(caller.key(), key, fingerprint(capability, data));
    }

    /**
     * The owner of the quota that it counts to: for a peer's callers the peer, with any account.
     * Ids of proxies hold neither space nor slash.
     */
    String holder() {
        return caller.startsWith(PEER) ? caller.split("[ /]", 2)[0] : caller;
    }

    private static String fingerprint(String capability, byte[] data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(capability.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(data));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
