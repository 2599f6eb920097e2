package io.hansa.connector.tcp;

import io.hansa.connector.ServerTarget;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Makes the wires of one target: plain, or in TLS with the name of the host verified. */
final class Wires {

    private final ServerTarget target;

    Wires(ServerTarget target) {
        this.target = target;
    }

    boolean tls() {
        return target.framedTls();
    }

    PlainWire plain(SocketChannel socket) {
        return new PlainWire(socket);
    }

    TlsWire tls(SocketChannel socket) {
        SSLEngine engine = context().createSSLEngine(target.host(), target.endpoint().getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return new TlsWire(socket, engine);
    }

    private SSLContext context() {
        if (target.tls() != null) {
            return target.tls();
        }
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This JVM has no TLS; check its javax.net.ssl system properties.", e);
        }
    }
}
