package io.hansa.proxy.routing;

import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.message.ReplyHead;
import java.util.List;

/**
 * What a destination answered.
 *
 * @param server the business server whose result this is, {@code proxy/server}
 * @param path the proxies visited, in order
 * @param assistance what the server asks another capability for; null where this is its result
 * @param head status and headers
 */
public record Answer(
        byte[] data,
        String contentType,
        String server,
        List<String> path,
        Assistance assistance,
        ReplyHead head) {
    /** An answer of a server that has neither status nor headers. */
    public Answer(
            byte[] data,
            String contentType,
            String server,
            List<String> path,
            Assistance assistance) {
        this(data, contentType, server, path, assistance, ReplyHead.OK);
    }
}
