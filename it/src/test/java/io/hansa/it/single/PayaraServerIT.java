package io.hansa.it.single;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.OpenIdProvider;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RemoteTransport;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped EAR on Payara Server, started by the command that is shipped with it. */
@ExtendWith(Narrator.class)
class PayaraServerIT
        implements SingleProxy, MalformedBytesView, RemoteCallersView, RemoteNamesView {
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> settings = new HashMap<>(OpenIdProvider.variables());
        settings.put("HANSA_TOKEN_LIFETIME_SECONDS", Integer.toString(TOKEN_SECONDS));
        settings.put("HANSA_IIOP", "on");
        settings.put("HANSA_TLS_IPV6_TRUSTSTORE", Ipv6Certificate.trust().toString());
        settings.put("HANSA_TLS_IPV6_TRUSTSTORE_PASSWORD", Ipv6Certificate.PASSWORD);
        server = RunningServer.start("payara", ID, settings);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public ProxySystem proxy() {
        return server.proxy();
    }

    @Override
    public Credentials admin() {
        return RunningServer.ADMIN;
    }

    @Override
    public List<RemoteTransport> ways() throws IOException {
        return List.of(RemoteTransport.iiop(server.iiop()));
    }
}
