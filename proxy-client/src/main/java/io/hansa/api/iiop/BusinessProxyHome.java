package io.hansa.api.iiop;

import jakarta.ejb.CreateException;
import jakarta.ejb.EJBHome;
import java.rmi.RemoteException;

/** The entry in the naming service. It creates the object that is called. */
public interface BusinessProxyHome extends EJBHome {
    /** A caller needs one object for its whole life. */
    BusinessProxyObject create() throws CreateException, RemoteException;
}
