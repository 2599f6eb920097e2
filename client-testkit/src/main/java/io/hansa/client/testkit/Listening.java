package io.hansa.client.testkit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * How a fake proxy listens.
 *
 * @param tls its key and the authorities that it trusts; null for HTTP
 * @param demandsCertificate whether callers must show a certificate
 */
record Listening(SSLContext tls, boolean demandsCertificate) {
    static final Listening PLAIN = new Listening(null, false);

    String scheme() {
        return tls == null ? "http" : "https";
    }

    /**
     * @param port of the loopback address; 0 for a free one
     */
    HttpServer at(int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return tls == null ? HttpServer.create(address, 0) : encrypted(address);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private HttpServer encrypted(InetSocketAddress address) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(tls) {
                    @Override
                    public void configure(HttpsParameters connection) {
                        SSLParameters parameters = tls.getDefaultSSLParameters();
                        parameters.setNeedClientAuth(demandsCertificate);
                        connection.setSSLParameters(parameters);
                    }
                });
        return server;
    }
}
