package io.hansa.proxy.lifecycle;

import io.hansa.proxy.balancer.AgentPort;
import io.hansa.proxy.balancer.Weight;
import io.hansa.proxy.configuration.AgentListener;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What load balancers ask, and what becomes of the node at a signal to end. */
@Singleton
@Startup
@DependsOn("Node")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DrainStart {
    private static final Logger LOG = System.getLogger(DrainStart.class.getName());

    private TerminationSignals signals;
    private AgentPort agent;

    @Resource private ManagedThreadFactory threads;
    @Inject private Drain drain;
    @Inject private AgentListener agentAt;
    @Inject private Weight weight;

    @PostConstruct
    void start() {
        if (agentAt.port() != 0) {
            openAgentPort();
        }
        signals = new TerminationSignals(drain);
        signals.watch();
    }

    @PreDestroy
    void stop() {
        signals.close();
        drain.abandon();
        if (agent != null) {
            try {
                agent.close();
            } catch (IOException open) {
                LOG.log(Level.WARNING, "HANSA-2709 The agent's port was not closed.", open);
            }
        }
    }

    private void openAgentPort() {
        try {
            agent = AgentPort.open(agentAt, weight::line, threads);
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "hansa.agent.port is %d, which cannot be opened at %s: %s. Set another port or address."
                            .formatted(agentAt.port(), agentAt.address(), taken.getMessage()),
                    taken);
        }
    }
}
