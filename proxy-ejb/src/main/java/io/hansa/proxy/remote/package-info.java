/**
 * The remote interface {@link io.hansa.api.BusinessProxy}: callers by EJB take the same way as
 * callers by HTTP. Only servers with an ORB or a remoting protocol have it, by {@code
 * META-INF/ejb-jar.xml}; nothing in the proxy calls it.
 */
package io.hansa.proxy.remote;
