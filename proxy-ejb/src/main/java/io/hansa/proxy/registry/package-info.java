/**
 * The registry: all that administrators entered, from the database into one immutable value that a
 * request decides by. Brings the schema up to date at the start and keeps every node up to date
 * afterwards. For the request's way, which reads {@link io.hansa.proxy.registry.Registries}, and
 * for administration, which asks for a refresh.
 */
package io.hansa.proxy.registry;
