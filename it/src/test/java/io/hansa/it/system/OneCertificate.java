package io.hansa.it.system;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Shows its certificate for any authorities that the server names, which the JDK's own would not.
 */
final class OneCertificate extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";
    private final TlsIdentity identity;

    OneCertificate(TlsIdentity identity) {
        this.identity = identity;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }
}
