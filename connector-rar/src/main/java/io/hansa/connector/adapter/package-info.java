/**
 * The resource adapter of Jakarta Connectors 2.1, outbound and inbound, without transactions.
 *
 * <p>One pool over many targets fights with the pools of the containers: they match connections one
 * by one, destroy those of other targets when full and have one limit for all. So the container
 * pools managed connections that hold no socket and serve any target, and the adapter keeps the
 * channels itself, bounded for each target.
 *
 * <p>For the container, by {@code META-INF/ra.xml}; the proxy uses {@code io.hansa.connector}.
 */
package io.hansa.connector.adapter;
