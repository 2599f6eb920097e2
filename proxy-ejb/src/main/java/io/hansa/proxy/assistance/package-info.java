/**
 * How a business server's reply asks that another capability carry on (R3): the HTTP header, and
 * rules for servers that cannot send one. Used by the request's way and, as configuration, by
 * registration.
 */
package io.hansa.proxy.assistance;
