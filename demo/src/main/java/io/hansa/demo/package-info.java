/**
 * The worked example: {@code shop} holds the legacy business servers, {@code league} starts them
 * with the proxies in front of them and brings {@code ./hansa demo}. The servers run as processes
 * of their own; no other package uses their classes.
 */
package io.hansa.demo;
