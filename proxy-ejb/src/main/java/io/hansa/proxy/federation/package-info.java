/**
 * The other proxies that this one knows (R4, R5, R7, R8): what they offer, the keys they sign with,
 * and each as a destination of requests. The connector carries requests, and the JDK's HTTP client
 * the rest.
 */
package io.hansa.proxy.federation;
