package io.hansa.it.client;

import io.hansa.api.iiop.BusinessProxyHome;
import io.hansa.api.iiop.BusinessProxyObject;
import javax.rmi.PortableRemoteObject;
import org.omg.CORBA.ORB;

/**
 * Calls a proxy on WildFly or on Payara Server over IIOP, with an ORB and no library of either
 * server. Start Java with {@code -Dcom.sun.CORBA.ORBUseDynamicStub=true}; without it the ORB looks
 * for compiled stubs, which do not exist.
 *
 * <pre>IiopCaller 127.0.0.1:3528 price.quote "2 x apple"</pre>
 */
public final class IiopCaller {
    private static final String NAME = "corbaname:iiop:1.2@%s#hansa/BusinessProxy";

    private IiopCaller() {}

    public static void main(String[] arguments) throws Exception {
        ORB orb = ORB.init(new String[0], null);
        try {
            Object found = orb.string_to_object(NAME.formatted(arguments[0]));
            BusinessProxyHome home =
                    (BusinessProxyHome) PortableRemoteObject.narrow(found, BusinessProxyHome.class);
            BusinessProxyObject proxy = home.create();
            System.exit(Conversation.with(proxy::process, proxy::status, arguments));
        } finally {
            orb.destroy();
        }
    }
}
