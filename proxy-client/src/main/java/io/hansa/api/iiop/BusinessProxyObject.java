package io.hansa.api.iiop;

import io.hansa.api.BusinessException;
import io.hansa.api.BusinessReply;
import io.hansa.api.BusinessRequest;
import io.hansa.api.ProxyStatus;
import jakarta.ejb.EJBObject;
import java.rmi.RemoteException;

/**
 * {@link io.hansa.api.BusinessProxy} over IIOP. A {@link RemoteException} means that the connection
 * failed: whether a business server acted is then unknown.
 */
public interface BusinessProxyObject extends EJBObject {
    BusinessReply process(BusinessRequest request) throws BusinessException, RemoteException;

    ProxyStatus status() throws RemoteException;
}
