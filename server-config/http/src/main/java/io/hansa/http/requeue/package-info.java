/**
 * Where a connection goes whose request is done. For the extensions of the servers; knows no
 * server, JDK only.
 */
package io.hansa.http.requeue;
