package io.hansa.it.system;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;

/** A client of a proxy's extranet listener. */
public final class ExtranetClient {
    private final Http http;

    public ExtranetClient(URI listener, TlsIdentity identity) throws GeneralSecurityException {
        this.http = new Http(listener, identity.context());
    }

    public ServiceCall call(String capability) {
        return new ServiceCall(http, capability);
    }

    public Reply get(String path, Credentials credentials) throws IOException {
        return http.get(path, credentials);
    }

    public Reply requestToken(Credentials credentials) throws IOException {
        return http.post(
                "/api/v1/token",
                credentials,
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials");
    }
}
