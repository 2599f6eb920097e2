package io.hansa.client.call;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Idempotency keys. A key is a random part of the client and a number, because a secure random
 * number for each call costs more than all the rest of the client.
 */
final class Keys {
    private final String prefix;
    private final AtomicLong number = new AtomicLong();

    Keys() {
        SecureRandom random = new SecureRandom();
        char[] digits = new char[32];
        Hex.write(digits, 0, random.nextLong());
        Hex.write(digits, 16, random.nextLong());
        this.prefix = new String(digits) + "-";
    }

    String next() {
        return prefix + Long.toHexString(number.incrementAndGet());
    }
}
