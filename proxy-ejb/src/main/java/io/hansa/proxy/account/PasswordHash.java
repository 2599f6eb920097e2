package io.hansa.proxy.account;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash in the PHC string format, {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}, with its
 * parameters. The text names the parameters, so hashes with earlier parameters remain valid. Every
 * parameter is bounded, so no text can make a check expensive. Immutable.
 *
 * @param memoryKib working memory in KiB
 * @param passes passes over that memory
 */
record PasswordHash(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
    static final int MAX_MEMORY_KIB = 64 * 1024;
    private static final int MAX_PASSES = 8;
    private static final int MAX_LANES = 4;

    /** Memory times passes. The bound is four times what {@link Passwords#hash} uses. */
    private static final int MAX_KIB_WRITTEN = 160 * 1024;

    private static final int MIN_KIB_PER_LANE = 8;
    private static final int MIN_BYTES = 8;
    private static final int MAX_BYTES = 64;

    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,5}),t=([1-9][0-9]?),p=([1-9][0-9]?)"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{11,86})");

    /**
     * @throws IllegalArgumentException with the reason; the message does not contain the text
     */
    static PasswordHash parse(String text) {
        Matcher phc = PHC.matcher(text);
        if (!phc.matches()) {
            throw new IllegalArgumentException(
                    "The password hash is not an Argon2id hash in the PHC string format.");
        }
        PasswordHash parsed =
                new PasswordHash(
                        Integer.parseInt(phc.group(1)),
                        Integer.parseInt(phc.group(2)),
                        Integer.parseInt(phc.group(3)),
                        decode(phc.group(4)),
                        decode(phc.group(5)));
        if (!parsed.isBounded()) {
            throw new IllegalArgumentException(
                    "The parameters of the password hash are too small, or too expensive to check: m=%d, t=%d, p=%d."
                            .formatted(parsed.memoryKib, parsed.passes, parsed.lanes));
        }
        return parsed;
    }

    private boolean isBounded() {
        return memoryKib >= MIN_KIB_PER_LANE * lanes
                && memoryKib <= MAX_MEMORY_KIB
                && passes <= MAX_PASSES
                && (long) memoryKib * passes <= MAX_KIB_WRITTEN
                && lanes <= MAX_LANES
                && isBounded(salt)
                && isBounded(hash);
    }

    private static boolean isBounded(byte[] bytes) {
        return bytes.length >= MIN_BYTES && bytes.length <= MAX_BYTES;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "The password hash is not encoded in base64.", malformed);
        }
    }

    /** The hash in the PHC string format. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memoryKib,
                        passes,
                        lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    @Override
    public String toString() {
        return "PasswordHash[m=%d,t=%d,p=%d]".formatted(memoryKib, passes, lanes);
    }
}
