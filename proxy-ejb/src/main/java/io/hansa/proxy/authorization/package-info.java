/**
 * Decides what a caller may use: which grants apply, and the decision by them. For the request
 * pipeline, and for administration, which explains decisions with the same code.
 */
package io.hansa.proxy.authorization;
