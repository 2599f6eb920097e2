package io.hansa.api.iiop;

import jakarta.ejb.CreateException;
import jakarta.ejb.EJBHome;
import java.rmi.RemoteException;

/** What stands in the naming service; it gives the object that is called. */
public interface BusinessProxyHome extends EJBHome {
    /** One for the whole life of the caller is enough. */
    BusinessProxyObject create() throws CreateException, RemoteException;
}
