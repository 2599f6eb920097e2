package io.hansa.proxy.remote;

import java.util.Set;
import org.omg.CORBA.LocalObject;
import org.omg.CORBA.NO_PERMISSION;
import org.omg.PortableInterceptor.ServerRequestInfo;
import org.omg.PortableInterceptor.ServerRequestInterceptor;

/**
 * Refuses what would change a naming service, whoever asks by IIOP: CosNaming's own, and Payara's remote view of JNDI. It sees
 * a request before its parameters are read, and does not see what the server itself binds: calls within a process pass no
 * interceptor. For any thread.
 */
final class ReadOnlyNaming extends LocalObject implements ServerRequestInterceptor {
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

    @Override
    public String name() {
        return "io.hansa.read-only-naming";
    }

    @Override
    public void receive_request_service_contexts(ServerRequestInfo request) {
        if (CHANGES.contains(request.operation())) {
            throw new NO_PERMISSION("Names are read-only by IIOP; bind them on the server itself.");
        }
    }

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
