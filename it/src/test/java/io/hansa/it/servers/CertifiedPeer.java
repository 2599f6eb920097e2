package io.hansa.it.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.hansa.it.system.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer of another organization behind TLS. It announces one capability. */
final class CertifiedPeer implements AutoCloseable {
    private final HttpsServer https;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * @param port 0: any free port
     * @param identity the certificate that the server shows
     */
    CertifiedPeer(int port, String capability, TlsIdentity identity)
            throws IOException, GeneralSecurityException {
        https =
                HttpsServer.create(
                        new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
        https.createContext(
                "/",
                exchange -> {
                    requests.incrementAndGet();
                    send(exchange, capability);
                });
        https.start();
    }

    int port() {
        return https.getAddress().getPort();
    }

    /** How many requests came through the handshake. */
    int requests() {
        return requests.get();
    }

    private static void send(HttpExchange exchange, String capability) throws IOException {
        boolean information = exchange.getRequestURI().getPath().equals("/api/v1/capabilities");
        byte[] body =
                """
                {"proxy":"tls-peer","region":"far","organization":"far","load":0.0,"threshold":0.9,
                 "accepting":true,"capabilities":[{"name":"%s","via":"local","available":true}]}
                """
                        .formatted(capability)
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(information ? 200 : 404, information ? body.length : -1);
            if (information) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        https.stop(0);
    }
}
