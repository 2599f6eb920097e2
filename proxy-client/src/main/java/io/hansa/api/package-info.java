/**
 * The API that callers of a proxy compile against: the remote interface, its values, and the error
 * codes. Depends on the JDK only. Every value is a final serializable class, because records cannot
 * cross IIOP. Any code may use it.
 */
package io.hansa.api;
