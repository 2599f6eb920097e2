/**
 * The remote interface in the form that IIOP requires: a home and an object (Jakarta Enterprise
 * Beans 4.0, section 3.6). For Java callers without an application server's client library, and for
 * other servers. Needs jakarta.ejb-api.
 */
package io.hansa.api.iiop;
