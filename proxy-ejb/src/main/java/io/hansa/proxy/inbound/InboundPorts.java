package io.hansa.proxy.inbound;

import static java.lang.System.Logger.Level.INFO;

import io.hansa.connector.Listening;
import io.hansa.proxy.pipeline.RequestPipeline;
import io.hansa.proxy.registration.ConnectorExchanges;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.TokenIssuer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens the ports for business servers that call, once the registry is in force, and closes them
 * first of all.
 */
@Singleton
@Startup
@DependsOn({"RegistryStart", "SigningStart"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundPorts {
    private static final System.Logger LOG = System.getLogger(InboundPorts.class.getName());

    private final List<Listening> open = new ArrayList<>();

    @Inject private ConnectorExchanges connector;
    @Inject private RequestPipeline way;
    @Inject private Registries registries;
    @Inject private TokenIssuer issuer;
    @Inject private Clock clock;

    @PostConstruct
    void start() {
        for (InboundPort port : InboundPort.from(ConfigProvider.getConfig())) {
            AccountTokens tokens = new AccountTokens(port.account(), registries, issuer, clock);
            open(port, new AnsweredCalls(port, tokens, way::process));
        }
    }

    @PreDestroy
    void stop() {
        open.forEach(Listening::close);
    }

    private void open(InboundPort port, AnsweredCalls calls) {
        try {
            open.add(connector.listen(port.settings(), calls));
            LOG.log(
                    INFO,
                    "HANSA-2501 Business servers may call {0} on port {1} as account {2}.",
                    port.capability(),
                    String.valueOf(port.settings().port()),
                    port.account());
        } catch (IOException taken) {
            stop();
            throw new IllegalStateException(
                    "Port %d of hansa.inbound.%s cannot be opened: %s; choose another one."
                            .formatted(
                                    port.settings().port(),
                                    port.settings().name(),
                                    taken.getMessage()),
                    taken);
        }
    }
}
