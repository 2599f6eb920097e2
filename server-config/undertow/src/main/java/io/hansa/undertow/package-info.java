/**
 * The extension for Undertow, the HTTP server of WildFly. Undertow finds it by {@code
 * META-INF/services} when it deploys the application; no other server loads it.
 * docs/server-internals.md lists what it relies on.
 */
package io.hansa.undertow;
