package io.hansa.proxy.pipeline;

import io.hansa.proxy.message.ReplyHead;
import java.util.List;

/**
 * The result, with its path.
 *
 * @param contentType null where the server named none
 * @param path ids of the proxies visited, in order
 * @param server the business server whose result this is, {@code proxy/server}
 * @param head its status and headers
 */
public record ServiceReply(
        byte[] data, String contentType, List<String> path, String server, ReplyHead head) {}
