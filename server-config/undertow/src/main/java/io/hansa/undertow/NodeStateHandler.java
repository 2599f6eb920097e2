package io.hansa.undertow;

import io.hansa.http.NodeState;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * Answers for an application that is going, and while the node drains closes each connection after
 * its reply. Safe for many threads.
 */
final class NodeStateHandler implements HttpHandler {
    private final HttpHandler next;

    NodeStateHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        NodeState state = NodeState.now();
        if (state == NodeState.SERVING) {
            next.handleRequest(exchange);
        } else if (state == NodeState.DRAINING) {
            exchange.setPersistent(false);
            next.handleRequest(exchange);
        } else {
            MalformedRequestHandler.refuse(exchange, state.refusal());
        }
    }
}
