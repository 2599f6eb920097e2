package io.hansa.proxy.assistance;

import io.hansa.proxy.assistance.JsonScanner.Slice;
import java.util.Arrays;

/**
 * Finds the value to which a pointer (RFC 6901) points, in one pass. If a member occurs twice, the
 * last one counts. Not thread-safe.
 */
final class PointedValue {
    private final String[] path;
    private final byte[] text;
    private Slice latest;

    PointedValue(String pointer, byte[] text) {
        this.path =
                Arrays.stream(pointer.split("/", -1))
                        .skip(1)
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toArray(String[]::new);
        this.text = text;
    }

    /**
     * Null if there is none.
     *
     * @throws BrokenJson if the text is not JSON
     */
    Slice find(long deadlineNanos) {
        JsonScanner json = new JsonScanner(text, deadlineNanos);
        Slice found = find(json, 0);
        json.end();
        return found;
    }

    /** What was found before the text broke; null if nothing was. */
    Slice latest() {
        return latest;
    }

    private Slice find(JsonScanner json, int level) {
        byte first = json.peek();
        if (level == path.length) {
            latest = json.skip();
            return latest;
        }
        if (first == '{') {
            return member(json, level);
        }
        if (first == '[') {
            return element(json, level);
        }
        json.skip();
        return null;
    }

    private Slice member(JsonScanner json, int level) {
        Slice found = null;
        json.enter();
        while (json.more('}')) {
            if (QuotedText.equals(text, json.name(), path[level])) {
                found = find(json, level + 1);
            } else {
                json.skip();
            }
        }
        return found;
    }

    private Slice element(JsonScanner json, int level) {
        Slice found = null;
        json.enter();
        for (int index = 0; json.more(']'); index++) {
            if (path[level].equals(Integer.toString(index))) {
                found = find(json, level + 1);
            } else {
                json.skip();
            }
        }
        return found;
    }
}
