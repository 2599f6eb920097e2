/**
 * By which of the server's listeners a request came in. Each server says that in its own way:
 * {@link io.hansa.web.listener.ListenerNames} is the one interface before them. For the services
 * and the gate of the extranet.
 */
package io.hansa.web.listener;
