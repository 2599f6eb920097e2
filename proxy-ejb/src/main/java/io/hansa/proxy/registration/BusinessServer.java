package io.hansa.proxy.registration;

import io.hansa.connector.ServerTarget;
import io.hansa.proxy.assistance.AssistRule;
import io.hansa.proxy.assistance.UnusableRule;
import io.hansa.proxy.message.HttpOptions;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One addressable legacy endpoint behind this proxy.
 *
 * @param target where and how it is spoken to
 * @param loadThreshold above this load (in flight ÷ {@code target.maxConcurrent()}) it gets no new
 *     work
 * @param weight its share relative to others
 * @param timeoutMillis the longest that one exchange with it may take
 * @param assist how its reply asks for help, first match wins
 * @param tls the profile of the node's configuration that the target's keys are from; null: the
 *     JVM's
 * @param http what passes besides business data; of an HTTP server only
 * @param probe how it is asked whether it is well; null: by a connection, and only when an operator
 *     asks
 */
public record BusinessServer(
        String id,
        ServerTarget target,
        Set<String> capabilities,
        double loadThreshold,
        int weight,
        int timeoutMillis,
        List<AssistRule> assist,
        boolean enabled,
        long version,
        String tls,
        HttpOptions http,
        ServerProbe probe) {
    public BusinessServer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(http, "http");
        capabilities = Set.copyOf(capabilities);
        assist = List.copyOf(assist);
    }

    /**
     * Whether it may be given work: it is enabled, and this version understands the rules for its
     * replies.
     */
    public boolean usable() {
        return enabled && assist.stream().noneMatch(UnusableRule.class::isInstance);
    }

    /** A server without a TLS profile, to which passes what passes to every server. */
    public BusinessServer(
            String id,
            ServerTarget target,
            Set<String> capabilities,
            double loadThreshold,
            int weight,
            int timeoutMillis,
            List<AssistRule> assist,
            boolean enabled,
            long version) {
        this(
                id,
                target,
                capabilities,
                loadThreshold,
                weight,
                timeoutMillis,
                assist,
                enabled,
                version,
                null,
                HttpOptions.STANDARD,
                null);
    }

    /** Where the server is, as an administrator entered it. */
    public String endpoint() {
        return target.endpoint().toString();
    }
}
