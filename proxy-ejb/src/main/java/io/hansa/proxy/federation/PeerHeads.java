package io.hansa.proxy.federation;

import io.hansa.proxy.message.EndToEndHeaders;
import io.hansa.proxy.message.HeaderNames;
import io.hansa.proxy.message.HeaderRules;
import io.hansa.proxy.message.ReplyHead;
import io.hansa.proxy.routing.OutboundRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metadata of requests to a peer and of its replies: headers over REST, context over the remote
 * interface.
 */
final class PeerHeads {
    private static final int OK = 200;
    private static final String HEADERS = "hansa-headers";
    private static final String STATUS = "Hansa-Status";

    private PeerHeads() {}

    /**
     * @param foreign whether the peer belongs to another organization, which learns nothing that
     *     its servers do not need
     */
    static Map<String, String> request(OutboundRequest outbound, boolean foreign) {
        Map<String, String> told = new LinkedHashMap<>();
        EndToEndHeaders headers = outbound.head().headers();
        if (!headers.isEmpty()) {
            told.putAll(headers.forPeer(foreign).toMap());
        }
        told.put("Hansa-Visited", outbound.visits().header());
        told.put("Hansa-Retries", Integer.toString(outbound.retries()));
        if (outbound.head().idempotencyKey() != null) {
            told.put("Hansa-Idempotency-Key", outbound.head().idempotencyKey());
        }
        if (outbound.trace().state() != null && !foreign) {
            told.put("tracestate", outbound.trace().state());
        }
        return told;
    }

    /**
     * Over REST. Besides the standard headers those pass that the peer names as its server's.
     *
     * @throws IllegalArgumentException where one is none, or there are too many
     */
    static ReplyHead overRest(int status, Map<String, String> headers) {
        Set<String> more = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        String named = headers.get(HEADERS);
        if (named != null) {
            for (String name : named.split(",")) {
                more.add(name.strip());
            }
        }
        return ReplyHead.of(
                status,
                EndToEndHeaders.of(
                        headers,
                        name ->
                                HeaderNames.ofReply(name)
                                        || more.contains(name) && !HeaderNames.never(name),
                        HeaderRules.STANDARD::spelled));
    }

    /**
     * Over the remote interface.
     *
     * @throws IllegalArgumentException as {@link #overRest}
     */
    static ReplyHead overRemote(Map<String, String> context) {
        if (context.isEmpty()) {
            return ReplyHead.OK;
        }
        String told = context.get(STATUS);
        int status = told == null ? OK : Integer.parseInt(told);
        if (!ReplyHead.isResult(status)) {
            throw new IllegalArgumentException("its status is no result's");
        }
        return ReplyHead.of(status, EndToEndHeaders.of(context, name -> !HeaderNames.never(name)));
    }
}
