/**
 * The systems that the tests talk to, by their names: proxies, the league of the worked example,
 * business servers with good and bad manners, peers, clients of the extranet. A test says what it
 * wants of a system; how that is said over HTTP or a socket stands here only. Every wait is
 * bounded.
 */
package io.hansa.it.system;
