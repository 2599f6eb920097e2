package io.hansa.proxy.registry;

import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** The data source of the persistence unit, where the server at hand has bound it. */
public final class RegistryDataSource {
    /** As Payara binds it, and as WildFly reads the same name in persistence.xml. */
    private static final List<String> NAMES = List.of("jdbc/hansa", "java:/jdbc/hansa");

    private RegistryDataSource() {}

    public static DataSource find() {
        for (String name : NAMES) {
            try {
                return (DataSource) new InitialContext().lookup(name);
            } catch (NamingException tryTheNext) {
                continue;
            }
        }
        throw new IllegalStateException(
                "There is no data source jdbc/hansa; make one on the server and deploy again.");
    }
}
