package io.hansa.connector.adapter;

import io.hansa.connector.ListenerSettings;
import io.hansa.connector.Listening;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.inbound.CallPort;
import io.hansa.connector.pool.Alarms;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The ports of a started adapter: those that applications opened, and those of message endpoints
 * that the container has activated (Jakarta Connectors 2.1, chapter 13). All go with the adapter.
 * For any number of threads.
 */
final class Ports {

    private final Executor threads;
    private final Alarms alarms;
    private final Set<Listening> open = ConcurrentHashMap.newKeySet();
    private final Map<ActivationSpec, Listening> activated = new ConcurrentHashMap<>();

    Ports(Executor threads, Alarms alarms) {
        this.threads = threads;
        this.alarms = alarms;
    }

    Listening open(ListenerSettings settings, ServerCallListener listener) throws IOException {
        CallPort port = CallPort.open(settings, listener, threads, alarms);
        open.add(port);
        return port;
    }

    /**
     * @throws ResourceException with the remedy
     */
    void activate(MessageEndpointFactory endpoints, ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof InboundSpec inbound)) {
            throw new NotSupportedException(
                    spec + " is no activation of this adapter; see META-INF/ra.xml.");
        }
        try {
            activated.put(spec, open(inbound.settings(), new EndpointListener(endpoints)));
        } catch (IOException e) {
            throw new ResourceException(
                    "Port %d cannot be opened: %s; choose another one."
                            .formatted(inbound.getPort(), e.getMessage()),
                    e);
        }
    }

    void deactivate(ActivationSpec spec) {
        Listening listening = activated.remove(spec);
        if (listening != null) {
            listening.close();
            open.remove(listening);
        }
    }

    void close() {
        open.forEach(Listening::close);
    }
}
