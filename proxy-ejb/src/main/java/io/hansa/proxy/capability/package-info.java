/**
 * The types of business data that servers process, and how requests for each are handled: shedding
 * order, replay and choice of server. For the request pipeline, the registry and administration.
 */
package io.hansa.proxy.capability;
