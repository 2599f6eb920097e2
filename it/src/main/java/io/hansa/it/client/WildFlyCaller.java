package io.hansa.it.client;

import io.hansa.api.BusinessProxy;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Calls a proxy on WildFly over its own remoting protocol. The connection shows a user of the
 * server's ({@code WILDFLY_USER}, {@code WILDFLY_PASSWORD}); the request shows the account.
 *
 * <pre>WildFlyCaller remote+http://127.0.0.1:8080 price.quote "2 x apple"</pre>
 */
public final class WildFlyCaller {
    private static final String NAME =
            "ejb:hansa/proxy-ejb/BusinessProxy!io.hansa.api.BusinessProxy";

    private WildFlyCaller() {}

    public static void main(String[] arguments) throws NamingException {
        BusinessProxy proxy = proxy(arguments[0]);
        System.exit(Conversation.with(proxy::process, proxy::status, arguments));
    }

    /** The proxy at an address; its connections live as long as this program. */
    static BusinessProxy proxy(String address) throws NamingException {
        Properties settings = new Properties();
        settings.put(
                Context.INITIAL_CONTEXT_FACTORY,
                "org.wildfly.naming.client.WildFlyInitialContextFactory");
        settings.put(Context.PROVIDER_URL, address);
        put(settings, Context.SECURITY_PRINCIPAL, System.getenv("WILDFLY_USER"));
        put(settings, Context.SECURITY_CREDENTIALS, System.getenv("WILDFLY_PASSWORD"));
        return (BusinessProxy) new InitialContext(settings).lookup(NAME);
    }

    private static void put(Properties settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
