package io.hansa.proxy.token;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.Arrays;
import java.util.Optional;

/** Why a peer's token was refused although the peer may ask: with another token it gets in. */
public enum TokenFault {
    /** Its key was not fetched yet: the same peer may try again in a moment. */
    KEY_UNKNOWN("key-unknown"),
    /** It served already, and the capability takes each token once. */
    USED("used"),
    /** It was issued before the peer was enabled here. */
    OUTDATED("outdated");

    /** The member of the problem document that tells it. */
    public static final String MEMBER = "tokenFault";

    private final String text;

    TokenFault(String text) {
        this.text = text;
    }

    /** The fault of that text; empty where it is none. */
    public static Optional<TokenFault> of(String text) {
        return Arrays.stream(values()).filter(fault -> fault.text.equals(text)).findFirst();
    }

    /**
     * @param reason half a sentence
     */
    public Failure failure(String reason) {
        return refused(reason).with(MEMBER, text);
    }

    static Failure refused(String reason) {
        return Failure.of(
                ErrorCode.AUTHENTICATION_FAILED, "The bearer token was refused: " + reason + ".");
    }
}
