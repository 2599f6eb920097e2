/**
 * The node's configuration: one validated record per concern, read from MicroProfile Config at the
 * start.
 */
package io.hansa.proxy.configuration;
