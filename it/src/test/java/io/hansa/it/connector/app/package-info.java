/**
 * An application that has nothing to do with Hansa and uses its resource adapter, as
 * docs/connector.md shows.
 */
package io.hansa.it.connector.app;
