/**
 * The types of business data that servers process, and how each is handled: what is shed first,
 * what may be sent twice, how a server is chosen. For the request's way, the registry and
 * administration.
 */
package io.hansa.proxy.capability;
