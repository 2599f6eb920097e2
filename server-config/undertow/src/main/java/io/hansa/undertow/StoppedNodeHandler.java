package io.hansa.undertow;

import io.hansa.http.NodeState;
import io.hansa.http.Refusal;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.function.Supplier;

/**
 * Stands before everything of a listener and answers where the application does not: before it
 * serves, and from the end of the drain until the listener closes. WildFly removes the application
 * before it closes the listener, and would answer by a page of its own. It loads its classes when
 * it is made, because the application's files are closed by then. Safe for many threads.
 */
final class StoppedNodeHandler implements HttpHandler, Supplier<HttpHandler> {
    private final HttpHandler next;

    StoppedNodeHandler(HttpHandler next) {
        this.next = next;
        MalformedRequestHandler.load();
    }

    /** What stands behind it. A handler of another deployment has another class. */
    @Override
    public HttpHandler get() {
        return next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        NodeState state = NodeState.now();
        Refusal refusal = state.refusal();
        if (refusal == null || isOwn(state, exchange)) {
            next.handleRequest(exchange);
        } else {
            MalformedRequestHandler.refuse(exchange, refusal);
        }
    }

    /** The node asks itself before others may. */
    static boolean isOwn(NodeState state, HttpServerExchange exchange) {
        return state == NodeState.STARTING
                && NodeState.isPass(exchange.getRequestHeaders().getFirst(NodeState.PASS_HEADER));
    }
}
