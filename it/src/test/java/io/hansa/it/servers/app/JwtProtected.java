package io.hansa.it.servers.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;

/** Every resource asks for a token (MicroProfile JWT 2.1, section 9.3). */
@jakarta.enterprise.context.ApplicationScoped
@ApplicationPath("/rest")
@LoginConfig(authMethod = "MP-JWT")
public class JwtProtected extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(WhoAmIResource.class);
    }
}
