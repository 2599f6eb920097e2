package io.hansa.client.league;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * DNS SRV records (RFC 2782). The records of the lowest priority number are used; the client weighs
 * proxies by their load, and so ignores the records' weights.
 *
 * @param name such as {@code _hansa._tcp.shop.example}
 * @param scheme of the addresses that are made
 * @param server such as {@code dns://127.0.0.1:5353}; null for the system's servers
 */
public record SrvLookup(String name, String scheme, String server) implements AddressSource.Lookup {
    private static final String TIMEOUT_MILLIS = "1000";

    @Override
    public Collection<URI> addresses() throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, server == null ? "dns:" : server);
        settings.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        InitialDirContext dns = new InitialDirContext(settings);
        try {
            Attribute records = dns.getAttributes(name, new String[] {"SRV"}).get("SRV");
            return records == null ? List.of() : first(records.getAll());
        } finally {
            dns.close();
        }
    }

    private List<URI> first(NamingEnumeration<?> records) throws NamingException {
        List<URI> addresses = new ArrayList<>();
        int priority = Integer.MAX_VALUE;
        while (records.hasMore()) {
            String[] fields = records.next().toString().split(" ");
            int own = Integer.parseInt(fields[0]);
            if (own < priority) {
                priority = own;
                addresses.clear();
            }
            if (own == priority) {
                String host = fields[3].replaceAll("\\.$", "");
                addresses.add(URI.create(scheme + "://" + host + ":" + fields[2]));
            }
        }
        return addresses;
    }
}
