/**
 * What callers of a proxy compile against: the remote interface, its values, and the codes by which
 * a proxy says why it did not do what was asked. JDK only; every value is a final serializable
 * class because records cannot cross IIOP. Anybody may use it.
 */
package io.hansa.api;
