/**
 * The moment at which a node begins to take requests. Nothing calls this package; it calls the
 * node's own HTTP listener.
 */
package io.hansa.web.opening;
