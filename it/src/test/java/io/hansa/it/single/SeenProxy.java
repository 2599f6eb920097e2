package io.hansa.it.single;

import io.hansa.it.system.ProxySystem;

/** The proxy that somebody looks at; Arquillian deploys for each class, so the views of one proxy share one. */
interface SeenProxy {
    ProxySystem proxy();
}
