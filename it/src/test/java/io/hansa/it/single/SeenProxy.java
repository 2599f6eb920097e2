package io.hansa.it.single;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;

/** The proxy that somebody looks at; each server is started once, so the views of its proxy share one. */
interface SeenProxy {
    String ID = "single";

    /** What an issued token is good for; the least that can be configured. */
    int TOKEN_SECONDS = 10;

    ProxySystem proxy();

    /** The administrator as this server was given its password. */
    Credentials admin();
}
