package io.hansa.it.client;

import io.hansa.api.BusinessProxy;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Calls a proxy on WildFly over its own remoting protocol. The connection shows a user of the server's
 * ({@code WILDFLY_USER}, {@code WILDFLY_PASSWORD}); the request shows the account.
 *
 * <pre>WildFlyCaller remote+http://127.0.0.1:8080 price.quote "2 x apple"</pre>
 */
public final class WildFlyCaller {
    private static final String NAME =
            "ejb:hansa/proxy-ejb/BusinessProxy!io.hansa.api.BusinessProxy";

    private WildFlyCaller() {}

    public static void main(String[] arguments) throws NamingException {
        Properties settings = new Properties();
        settings.put(
                Context.INITIAL_CONTEXT_FACTORY,
                "org.wildfly.naming.client.WildFlyInitialContextFactory");
        settings.put(Context.PROVIDER_URL, arguments[0]);
        put(settings, Context.SECURITY_PRINCIPAL, System.getenv("WILDFLY_USER"));
        put(settings, Context.SECURITY_CREDENTIALS, System.getenv("WILDFLY_PASSWORD"));
        InitialContext context = new InitialContext(settings);
        try {
            BusinessProxy proxy = (BusinessProxy) context.lookup(NAME);
            System.exit(Conversation.with(proxy::process, proxy::status, arguments));
        } finally {
            context.close();
        }
    }

    private static void put(Properties settings, String name, String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
