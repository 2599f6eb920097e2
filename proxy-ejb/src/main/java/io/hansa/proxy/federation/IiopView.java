package io.hansa.proxy.federation;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.iiop.BusinessProxyHome;
import io.hansa.api.iiop.BusinessProxyObject;
import java.rmi.RemoteException;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.rmi.PortableRemoteObject;
import org.omg.CORBA.CompletionStatus;
import org.omg.CORBA.ORB;
import org.omg.CORBA.SystemException;

/**
 * The remote view of one peer, found over IIOP by the ORB of this node's server and kept until it
 * fails. The only class that knows an ORB: servers without one cannot load it.
 */
final class IiopView implements RemoteView {
    /**
     * The name of Jakarta EE (11.3), then WildFly's own. A managed thread has the naming context of
     * the component that was started first, and WildFly 39 does not bind the first name in each of
     * them.
     */
    private static final List<String> ORBS = List.of("java:comp/ORB", "java:jboss/ORB");

    private static final String NAME = "corbaname:iiop:1.2@%s#hansa/BusinessProxy";

    private final String address;
    private volatile BusinessProxyObject found;

    /**
     * @param address {@code host:port} of the peer's naming service
     */
    IiopView(String address) {
        this.address = address;
    }

    @Override
    public void find() throws Exception {
        if (found == null) {
            ORB orb = orb();
            BusinessProxyHome home =
                    (BusinessProxyHome)
                            PortableRemoteObject.narrow(
                                    orb.string_to_object(NAME.formatted(address)),
                                    BusinessProxyHome.class);
            found = home.create();
        }
    }

    private static ORB orb() throws NamingException {
        InitialContext names = new InitialContext();
        NamingException last = null;
        for (String name : ORBS) {
            try {
                return (ORB) names.lookup(name);
            } catch (NameNotFoundException absent) {
                last = absent;
            }
        }
        throw last;
    }

    @Override
    public BusinessReply process(BusinessRequest request)
            throws BusinessException, RemoteException {
        try {
            return found.process(request);
        } catch (RemoteException | SystemException broken) {
            found = null;
            throw broken;
        }
    }

    @Override
    public boolean certainlyNotSent(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SystemException system) {
                return system.completed == CompletionStatus.COMPLETED_NO;
            }
        }
        return false;
    }
}
