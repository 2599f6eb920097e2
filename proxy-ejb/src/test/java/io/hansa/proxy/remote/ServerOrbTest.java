package io.hansa.proxy.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.corba.se.impl.naming.cosnaming.TransientNameService;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omg.CORBA.NO_PERMISSION;
import org.omg.CORBA.ORB;
import org.omg.CosNaming.NameComponent;
import org.omg.CosNaming.NamingContextExt;
import org.omg.CosNaming.NamingContextExtHelper;
import org.omg.PortableServer.POAHelper;

/** On WildFly's ORB, with a naming service of its own, and a second ORB as its client. */
class ServerOrbTest {
    private final ORB server = orb();
    private final ORB client = orb();
    private final ServerOrb orb = new ServerOrb(server);
    private final ReadOnlyNaming readOnly = new ReadOnlyNaming();
    private NamingContextExt names;
    private NameComponent[] name;

    @BeforeEach
    void serve() throws Exception {
        new TransientNameService((com.sun.corba.se.spi.orb.ORB) server);
        POAHelper.narrow(server.resolve_initial_references("RootPOA")).the_POAManager().activate();
        String reference =
                server.object_to_string(server.resolve_initial_references("NameService"));
        names = NamingContextExtHelper.narrow(client.string_to_object(reference));
        name = names.to_name("view");
        names.rebind(name, names);
    }

    @AfterEach
    void end() {
        client.destroy();
        server.destroy();
    }

    @Test
    void namesAreReadAndNotChanged() throws Exception {
        orb.add(readOnly);

        assertThatThrownBy(() -> names.rebind(name, names)).isInstanceOf(NO_PERMISSION.class);
        assertThatThrownBy(() -> names.unbind(name)).isInstanceOf(NO_PERMISSION.class);
        assertThatThrownBy(() -> names.new_context()).isInstanceOf(NO_PERMISSION.class);
        assertThat(names.resolve_str("view")).isNotNull();
    }

    @Test
    void theServerItselfGoesOnBinding() throws Exception {
        orb.add(readOnly);
        NamingContextExt own =
                NamingContextExtHelper.narrow(server.resolve_initial_references("NameService"));

        assertThatCode(() -> own.rebind(name, own)).doesNotThrowAnyException();
    }

    @Test
    void nothingStaysBehind() throws Exception {
        orb.add(readOnly);
        orb.remove(readOnly);

        assertThatCode(() -> names.unbind(name)).doesNotThrowAnyException();
    }

    @Test
    void theOrbTellsWhereItIsReached() {
        assertThat(orb.host()).contains("127.0.0.1");
    }

    private static ORB orb() {
        Properties properties = new Properties();
        properties.setProperty("org.omg.CORBA.ORBClass", "com.sun.corba.se.impl.orb.ORBImpl");
        properties.setProperty("com.sun.CORBA.ORBServerHost", "127.0.0.1");
        return ORB.init(new String[0], properties);
    }
}
