/**
 * For Undertow, WildFly's HTTP server, which finds it here by itself; elsewhere nobody asks for it.
 */
package io.hansa.web.turns;
