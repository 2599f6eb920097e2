package io.hansa.proxy.inbound;

import io.hansa.connector.ListenerSettings;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * A port for business servers that call, as {@code hansa.inbound.<name>.…} says; {@code
 * hansa.inbound} names them all.
 *
 * @param account in whose name every call on it is made
 * @param capability that every call on it asks for
 */
record InboundPort(ListenerSettings settings, String account, String capability) {

    /**
     * @throws IllegalArgumentException that names key, value and remedy
     */
    static List<InboundPort> from(Config config) {
        return config.getOptionalValue("hansa.inbound", String.class).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> port(new PortKeys(config, name)))
                .toList();
    }

    private static InboundPort port(PortKeys keys) {
        try {
            Name.check("hansa.inbound", keys.name());
            return new InboundPort(
                    new PortSettings(keys).read(),
                    name(keys, "account", "the account's name"),
                    name(keys, "capability", "a capability's name"));
        } catch (Failure wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }

    private static String name(PortKeys keys, String member, String what) {
        return Name.check(keys.key(member), keys.required(member, what));
    }
}
