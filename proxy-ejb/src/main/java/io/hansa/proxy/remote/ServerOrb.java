package io.hansa.proxy.remote;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.omg.CORBA.ORB;
import org.omg.CORBA.ORBPackage.InvalidName;
import org.omg.CORBA.SystemException;
import org.omg.PortableInterceptor.ClientRequestInterceptor;
import org.omg.PortableInterceptor.Interceptor;
import org.omg.PortableInterceptor.ServerRequestInterceptor;

/**
 * The server's own ORB. An application comes too late to register an interceptor with it: that is
 * allowed while an ORB is made, and the ORBs of WildFly and Payara load classes of their own server
 * only at that time. Both descend from the JDK's and keep interceptors in the same fields, so one
 * is put there. {@code RemoteNamesView} in {@code it} fails when they no longer do.
 */
final class ServerOrb {
    /**
     * Of the three kinds that {@code InterceptorList} keeps, the third being that of object
     * references.
     */
    private static final int CLIENT = 0;

    private static final int SERVER = 1;

    private static final Logger LOG = System.getLogger(ServerOrb.class.getName());

    private final ORB orb;

    ServerOrb(ORB orb) {
        this.orb = orb;
    }

    /** Empty where the server has no ORB. */
    static Optional<ServerOrb> find() {
        try {
            return Optional.ofNullable((ORB) new InitialContext().lookup("java:comp/ORB"))
                    .map(ServerOrb::new);
        } catch (NamingException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** Where other processes reach its naming service; empty where they do not. */
    Optional<String> host() {
        try {
            return IorAddress.host(
                    orb.object_to_string(orb.resolve_initial_references("NameService")));
        } catch (InvalidName | SystemException noNames) {
            LOG.log(Level.INFO, "HANSA-3403 The ORB does not tell its address.", noNames);
            return Optional.empty();
        }
    }

    /**
     * @throws ReflectiveOperationException where this ORB keeps its interceptors elsewhere
     */
    void add(ReadOnlyNaming naming) throws ReflectiveOperationException {
        Object handler = handler();
        replace(handler, before -> Stream.concat(Stream.of(naming), before));
        field(handler, "hasClientInterceptors").setBoolean(handler, true);
        field(handler, "hasServerInterceptors").setBoolean(handler, true);
    }

    void remove(ReadOnlyNaming naming) throws ReflectiveOperationException {
        replace(handler(), before -> before.filter(one -> one != naming));
    }

    /** A client's alone does no harm, so it comes first. */
    private static void replace(Object handler, UnaryOperator<Stream<Interceptor>> change)
            throws ReflectiveOperationException {
        Object list = field(handler, "interceptorList").get(handler);
        Interceptor[][] all = (Interceptor[][]) field(list, "interceptors").get(list);
        synchronized (list) {
            Interceptor[] clients =
                    change.apply(Arrays.stream(all[CLIENT]))
                            .toArray(ClientRequestInterceptor[]::new);
            Interceptor[] servers =
                    change.apply(Arrays.stream(all[SERVER]))
                            .toArray(ServerRequestInterceptor[]::new);
            all[CLIENT] = clients;
            all[SERVER] = servers;
        }
    }

    private Object handler() throws ReflectiveOperationException {
        return orb.getClass().getMethod("getPIHandler").invoke(orb);
    }

    private static Field field(Object of, String name) throws NoSuchFieldException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
