package io.hansa.proxy.federation;

import java.util.Map;

/** The peers of the registry in force, by id. Answers from memory; safe for many threads. */
@FunctionalInterface
public interface PeersInForce {
    Map<String, Peer> byId();
}
