package io.hansa.grizzly;

import io.hansa.http.NodeState;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;

/**
 * Answers for an application that is not there yet or is going: Payara opens its ports before it
 * deploys, and closes them after it has undeployed, and in between answers 404 or 500 by itself.
 * While the node drains, each connection is closed after its reply. Stands right behind Grizzly's
 * HTTP parser. Safe for many threads.
 */
final class NodeStateFilter extends BaseFilter {
    @Override
    public NextAction handleRead(FilterChainContext context) {
        NodeState state = NodeState.now();
        if (state != NodeState.SERVING
                && context.getMessage() instanceof HttpContent content
                && Pipeline.of(context.getConnection()).isHead()) {
            HttpHeader request = content.getHttpHeader();
            if (state == NodeState.DRAINING) {
                request.getProcessingState().setKeepAlive(false);
            } else if (state != NodeState.STARTING
                    || !NodeState.isPass(request.getHeader(NodeState.PASS_HEADER))) {
                return MalformedRequestFilter.refuse(context, state.refusal());
            }
        }
        return context.getInvokeAction();
    }
}
