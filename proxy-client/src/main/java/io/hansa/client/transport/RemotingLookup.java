package io.hansa.client.transport;

import io.hansa.api.BusinessProxy;
import java.net.URI;
import java.util.Hashtable;
import java.util.function.Function;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Finds the remote EJB of a proxy on WildFly. Needs {@code org.wildfly:wildfly-client-all} on the
 * class path (docs/wildfly.md).
 *
 * @param user of the server; null for none
 */
public record RemotingLookup(String user, String password) implements Function<URI, BusinessProxy> {
    private static final String SCHEME = "remote+";
    private static final String NAME =
            "ejb:hansa/proxy-ejb/BusinessProxy!io.hansa.api.BusinessProxy";

    public static boolean serves(URI address) {
        return address.getScheme() != null && address.getScheme().startsWith(SCHEME);
    }

    /** WildFly takes remoting on the port of its HTTP listener. */
    public static URI http(URI address) {
        return URI.create(address.toString().substring(SCHEME.length()));
    }

    @Override
    public BusinessProxy apply(URI address) {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(
                Context.INITIAL_CONTEXT_FACTORY,
                "org.wildfly.naming.client.WildFlyInitialContextFactory");
        settings.put(Context.PROVIDER_URL, address.toString());
        if (user != null) {
            settings.put(Context.SECURITY_PRINCIPAL, user);
            settings.put(Context.SECURITY_CREDENTIALS, password);
        }
        try {
            return (BusinessProxy) new InitialContext(settings).lookup(NAME);
        } catch (NamingException failed) {
            throw new NoBeanException(
                    "the remote EJB of %s was not found: %s; put wildfly-client-all on the class path"
                            .formatted(address, failed.getMessage()),
                    failed);
        }
    }
}
