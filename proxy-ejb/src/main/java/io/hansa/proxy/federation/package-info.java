/**
 * The other proxies that this one knows (R4, R5, R7, R8): what they offer, the keys they sign with,
 * and each as a destination of requests. Uses the connector for requests and MicroProfile Rest
 * Client for the rest.
 */
package io.hansa.proxy.federation;
