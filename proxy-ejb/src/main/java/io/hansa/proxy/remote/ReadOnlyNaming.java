package io.hansa.proxy.remote;

import java.util.Set;
import org.omg.CORBA.LocalObject;
import org.omg.CORBA.NO_PERMISSION;
import org.omg.PortableInterceptor.ClientRequestInfo;
import org.omg.PortableInterceptor.ClientRequestInterceptor;
import org.omg.PortableInterceptor.ServerRequestInfo;
import org.omg.PortableInterceptor.ServerRequestInterceptor;

/**
 * Refuses every change of a naming service by IIOP: CosNaming's own, and Payara's remote view of
 * JNDI. It sees a request before its parameters are read. What the server itself binds is an ORB's
 * request as well, but one that is dispatched on the thread that sends it: only there this side has
 * sent a request and waits for it. For any thread.
 */
final class ReadOnlyNaming extends LocalObject
        implements ClientRequestInterceptor, ServerRequestInterceptor {
    private static final long serialVersionUID = 1L;

    private static final Set<String> CHANGES =
            Set.of(
                    "bind",
                    "rebind",
                    "bind_context",
                    "rebind_context",
                    "unbind",
                    "rename",
                    "new_context",
                    "bind_new_context",
                    "destroy",
                    "createSubcontext",
                    "destroySubcontext");

    /** How many requests the thread has sent and not seen answered. */
    private final transient ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

    @Override
    public String name() {
        return "io.hansa.read-only-naming";
    }

    @Override
    public void receive_request_service_contexts(ServerRequestInfo request) {
        if (CHANGES.contains(request.operation()) && sent.get() == 0) {
            throw new NO_PERMISSION("Names are read-only by IIOP; bind them on the server itself.");
        }
    }

    @Override
    public void send_request(ClientRequestInfo request) {
        sent.set(sent.get() + 1);
    }

    @Override
    public void receive_reply(ClientRequestInfo request) {
        answered();
    }

    @Override
    public void receive_exception(ClientRequestInfo request) {
        answered();
    }

    @Override
    public void receive_other(ClientRequestInfo request) {
        answered();
    }

    private void answered() {
        if (sent.get() > 1) {
            sent.set(sent.get() - 1);
        } else {
            sent.remove();
        }
    }

    @Override
    public void send_poll(ClientRequestInfo request) {}

    @Override
    public void receive_request(ServerRequestInfo request) {}

    @Override
    public void send_reply(ServerRequestInfo request) {}

    @Override
    public void send_exception(ServerRequestInfo request) {}

    @Override
    public void send_other(ServerRequestInfo request) {}

    @Override
    public void destroy() {}
}
