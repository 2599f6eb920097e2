package io.hansa.connector.inbound;

import io.hansa.connector.ListenerTls;
import io.hansa.connector.ListenerTls.ClientCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** Puts TLS, where a port has it, over the sockets of callers. */
final class TlsDoor {

    private static final InputStream NOTHING_READ_YET = null;

    private TlsDoor() {}

    /**
     * The stream of one caller; the handshake comes with the first read, under the same alarm as
     * that. To end it in any case, close the socket below, which unlike TLS never waits.
     *
     * @param tls null for none
     */
    static Socket over(Socket socket, ListenerTls tls) throws IOException {
        if (tls == null) {
            return socket;
        }
        SSLSocket secured =
                (SSLSocket)
                        tls.context()
                                .getSocketFactory()
                                .createSocket(socket, NOTHING_READ_YET, true);
        secured.setWantClientAuth(tls.client() == ClientCertificate.OPTIONAL);
        if (tls.client() == ClientCertificate.REQUIRED) {
            secured.setNeedClientAuth(true);
        }
        return secured;
    }
}
