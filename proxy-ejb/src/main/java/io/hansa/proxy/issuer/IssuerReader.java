package io.hansa.proxy.issuer;

import io.hansa.proxy.configuration.ExternalIssuer;
import java.io.IOException;

/** Reads the keys of an issuer from where it publishes them. */
interface IssuerReader {
    /**
     * Waits for an answer, until a deadline.
     *
     * @throws IOException with half a sentence that says why there are none
     */
    IssuerKeySet read(ExternalIssuer issuer) throws IOException;
}
