package io.hansa.web.listener;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Payara: the connector behind a request has the network listener's name. Payara has no interface
 * for that, and its classes are not there on other servers: so they are asked by reflection, of
 * which Payara's tests here hold that it works.
 */
final class GrizzlyListeners implements ListenerNames {
    private final MethodHandle connectorName;

    /**
     * @param facade Payara's class for the requests that servlets get
     */
    GrizzlyListeners(Class<?> facade) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle request = lookup.unreflect(facade.getMethod("getUnwrappedCoyoteRequest"));
            MethodHandle connector =
                    lookup.unreflect(request.type().returnType().getMethod("getConnector"));
            MethodHandle name =
                    lookup.unreflect(
                            Class.forName(
                                            "org.apache.catalina.connector.Connector",
                                            false,
                                            facade.getClassLoader())
                                    .getMethod("getName"));
            MethodHandle ofConnector =
                    MethodHandles.filterReturnValue(
                            connector,
                            name.asType(
                                    MethodType.methodType(
                                            String.class, connector.type().returnType())));
            connectorName =
                    MethodHandles.filterReturnValue(request, ofConnector)
                            .asType(MethodType.methodType(String.class, Object.class));
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException(
                    "This version of Payara does not tell by which listener a request came in.",
                    another);
        }
    }

    @Override
    public String of(HttpServletRequest request) {
        try {
            Object own = ListenerNames.unwrapped(request);
            String name = (String) connectorName.invokeExact(own);
            return name == null ? PORT + request.getLocalPort() : name;
        } catch (Error | RuntimeException defect) {
            throw defect;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
