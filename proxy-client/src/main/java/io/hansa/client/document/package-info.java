/** The documents of a proxy, read with the JDK alone. For the packages of the client only. */
package io.hansa.client.document;
