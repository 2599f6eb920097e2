package io.hansa.demo.certificate;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A listener that demands a client certificate, and callers that check its name. */
final class TlsMeeting implements AutoCloseable {

    private final SSLServerSocket listener;

    TlsMeeting(ProxyStores own) throws IOException, GeneralSecurityException {
        listener =
                (SSLServerSocket)
                        context(own, own.trustStore(), own.password())
                                .getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(true);
        CompletableFuture.runAsync(this::greetOne);
    }

    /** Tells one caller by which name it was seen; a refused one hears nothing. */
    private void greetOne() {
        try (SSLSocket caller = (SSLSocket) listener.accept()) {
            caller.getOutputStream()
                    .write(caller.getSession().getPeerPrincipal().getName().getBytes());
        } catch (IOException e) {
            System.err.println("The listener refused: " + e.getMessage());
        }
    }

    String callerSeenFrom(ProxyStores caller) throws IOException, GeneralSecurityException {
        return callerSeenFrom(caller, caller.trustStore(), caller.password());
    }

    String callerSeenFrom(ProxyStores caller, Path trustStore, String trustPassword)
            throws IOException, GeneralSecurityException {
        try (SSLSocket socket =
                (SSLSocket)
                        context(caller, trustStore, trustPassword)
                                .getSocketFactory()
                                .createSocket("127.0.0.1", listener.getLocalPort())) {
            socket.setSoTimeout(10_000);
            SSLParameters checkName = socket.getSSLParameters();
            checkName.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(checkName);
            return new String(socket.getInputStream().readAllBytes());
        }
    }

    private static SSLContext context(ProxyStores own, Path trustStore, String trustPassword)
            throws IOException, GeneralSecurityException {
        char[] password = own.password().toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(own.keyStore().toFile(), password), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(KeyStore.getInstance(trustStore.toFile(), trustPassword.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
