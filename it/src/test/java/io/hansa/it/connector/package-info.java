/**
 * What the connector speaks with legacy servers, and how operators look after its connections, on
 * the running league.
 */
package io.hansa.it.connector;
