/**
 * The business servers behind this proxy: where they listen, how they are spoken to, what they can
 * process, and the exchanges with them. For the request's way, the registry and administration.
 */
package io.hansa.proxy.registration;
