package io.hansa.proxy.registration;

import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.ServerTarget;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.AssistRules;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Business servers as an administrator would have entered them. */
public final class ServerSamples {
    private static final int CAPACITY = 10;

    private ServerSamples() {}

    /** Asks for help by its first line. */
    public static BusinessServer framed(String id, String... capabilities) {
        LengthPrefix framing = new LengthPrefix(4, LengthEncoding.BINARY, false, 0, null);
        return server(
                new ServerTarget(
                        id,
                        URI.create("tcp://127.0.0.1:9"),
                        framing,
                        null,
                        CAPACITY,
                        500,
                        1 << 20,
                        null),
                Set.of(capabilities),
                0.8,
                2000,
                AssistRules.defaults(true));
    }

    /** Asks for help by header. */
    public static BusinessServer http(String id, String... capabilities) {
        return server(
                new ServerTarget(
                        id,
                        URI.create("http://127.0.0.1:9/" + id),
                        null,
                        null,
                        CAPACITY,
                        500,
                        1 << 20,
                        null),
                Set.of(capabilities),
                0.8,
                2000,
                List.of());
    }

    public static BusinessServer withProbe(BusinessServer of, ServerProbe probe) {
        return new BusinessServer(
                of.id(),
                of.target(),
                of.capabilities(),
                of.loadThreshold(),
                of.weight(),
                of.timeoutMillis(),
                of.assist(),
                of.enabled(),
                of.version(),
                of.tls(),
                of.http(),
                probe);
    }

    public static BusinessServer withThreshold(BusinessServer server, double threshold) {
        return server(
                server.target(),
                server.capabilities(),
                threshold,
                server.timeoutMillis(),
                server.assist());
    }

    public static BusinessServer withCapacity(BusinessServer server, int capacity) {
        ServerTarget of = server.target();
        return at(
                new ServerTarget(
                        of.id(),
                        of.endpoint(),
                        of.framing(),
                        of.charset(),
                        capacity,
                        of.connectTimeoutMillis(),
                        of.maxReplyBytes(),
                        of.tls()),
                server);
    }

    /** The same server, spoken to in another way. */
    public static BusinessServer at(ServerTarget target, BusinessServer server) {
        return server(
                target,
                server.capabilities(),
                server.loadThreshold(),
                server.timeoutMillis(),
                server.assist());
    }

    public static BusinessServer withTimeout(BusinessServer server, int millis) {
        return server(
                server.target(),
                server.capabilities(),
                server.loadThreshold(),
                millis,
                server.assist());
    }

    public static BusinessServer withAssist(BusinessServer server, AssistRule... rules) {
        return server(
                server.target(),
                server.capabilities(),
                server.loadThreshold(),
                server.timeoutMillis(),
                List.of(rules));
    }

    public static BusinessServer disabled(BusinessServer server) {
        return new BusinessServer(
                server.id(),
                server.target(),
                server.capabilities(),
                server.loadThreshold(),
                server.weight(),
                server.timeoutMillis(),
                server.assist(),
                false,
                2);
    }

    private static BusinessServer server(
            ServerTarget target,
            Set<String> capabilities,
            double threshold,
            int timeoutMillis,
            List<AssistRule> assist) {
        return new BusinessServer(
                target.id(), target, capabilities, threshold, 1, timeoutMillis, assist, true, 1);
    }
}
