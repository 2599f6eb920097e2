package io.hansa.launcher.micro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Payara Micro looks up the address of the machine's own name to describe itself to a data grid.
 * Hansa's nodes have no data grid, but Payara Micro does not start where that name does not
 * resolve. Its description asks for the loopback address instead. The two methods of {@code
 * InetAddress} have the same signature, so only the name in the class's constant pool is another.
 * To be deleted when Payara Micro starts without the lookup; {@code RunMicroIT} fails when the
 * class has changed. (Payara 6.2025.10, {@code InstanceDescriptorImpl}, line 74)
 */
final class OwnHostName {
    static final String CLASS =
            "fish/payara/appserver/micro/services/data/InstanceDescriptorImpl.class";

    private static final byte[] LOOKUP = constant("getLocalHost");
    private static final byte[] LOOPBACK = constant("getLoopbackAddress");

    private OwnHostName() {}

    /** The content of an entry as a node loads it. */
    static byte[] withoutLookup(String name, byte[] content) {
        if (!name.equals(CLASS)) {
            return content;
        }
        int at = position(content);
        if (at < 0) {
            return content;
        }
        byte[] changed = new byte[content.length - LOOKUP.length + LOOPBACK.length];
        System.arraycopy(content, 0, changed, 0, at);
        System.arraycopy(LOOPBACK, 0, changed, at, LOOPBACK.length);
        int rest = at + LOOKUP.length;
        System.arraycopy(content, rest, changed, at + LOOPBACK.length, content.length - rest);
        return changed;
    }

    private static int position(byte[] content) {
        for (int at = 0; at <= content.length - LOOKUP.length; at++) {
            if (Arrays.equals(content, at, at + LOOKUP.length, LOOKUP, 0, LOOKUP.length)) {
                return at;
            }
        }
        return -1;
    }

    /** A CONSTANT_Utf8 entry: tag, length, bytes. (JVM specification 17, section 4.4.7) */
    private static byte[] constant(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        byte[] entry = new byte[3 + bytes.length];
        entry[0] = 1;
        entry[1] = (byte) (bytes.length >> 8);
        entry[2] = (byte) bytes.length;
        System.arraycopy(bytes, 0, entry, 3, bytes.length);
        return entry;
    }
}
