package io.hansa.undertow;

import io.hansa.http.NodeState;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;

/**
 * Answers for an application that is going, and while the node drains closes each connection after
 * its reply. It takes the header away that {@code configure.cli} gives to every reply for the time
 * before the application is there. Safe for many threads.
 */
final class NodeStateHandler implements HttpHandler {
    private final HttpHandler next;

    NodeStateHandler(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.getResponseHeaders().remove(Headers.RETRY_AFTER);
        NodeState state = NodeState.now();
        if (state == NodeState.SERVING || StoppedNodeHandler.isOwn(state, exchange)) {
            next.handleRequest(exchange);
        } else if (state == NodeState.DRAINING) {
            exchange.setPersistent(false);
            next.handleRequest(exchange);
        } else {
            MalformedRequestHandler.refuse(exchange, state.refusal());
        }
    }
}
