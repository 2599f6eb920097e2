package io.hansa.client.call;

import java.util.concurrent.ThreadLocalRandom;

/** W3C Trace Context. */
public final class Traces {
    private Traces() {}

    /** A new trace: sampled, and with a random id (level 2, section 3.2.2.5). */
    public static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] text = new char[55];
        text[0] = '0';
        text[1] = '0';
        text[2] = '-';
        Hex.write(text, 3, random.nextLong() | 1);
        Hex.write(text, 19, random.nextLong());
        text[35] = '-';
        Hex.write(text, 36, random.nextLong() | 1);
        text[52] = '-';
        text[53] = '0';
        text[54] = '3';
        return new String(text);
    }
}
