/**
 * What a caller may use: whose grants speak for it, and what they decide. For the request's way,
 * which asks, and for administration, which explains by the same code.
 */
package io.hansa.proxy.authorization;
