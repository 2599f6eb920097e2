package io.hansa.proxy.federation;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.iiop.BusinessProxyHome;
import io.hansa.api.iiop.BusinessProxyObject;
import java.rmi.RemoteException;
import javax.naming.InitialContext;
import javax.rmi.PortableRemoteObject;
import org.omg.CORBA.CompletionStatus;
import org.omg.CORBA.ORB;
import org.omg.CORBA.SystemException;

/**
 * The remote view of one peer, found over IIOP by the ORB of this node's server and kept until it
 * fails. The only class that knows an ORB: servers without one cannot load it.
 */
final class IiopView implements RemoteView {
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
            ORB orb = (ORB) new InitialContext().lookup("java:comp/ORB");
            BusinessProxyHome home =
                    (BusinessProxyHome)
                            PortableRemoteObject.narrow(
                                    orb.string_to_object(NAME.formatted(address)),
                                    BusinessProxyHome.class);
            found = home.create();
        }
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
