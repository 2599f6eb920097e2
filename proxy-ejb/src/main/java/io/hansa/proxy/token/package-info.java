/**
 * The tokens that this proxy issues to accounts and, in an account's name, to peers; and the
 * verification of tokens, each once until it expires. ES256 (RFC 7518), claims of MicroProfile JWT
 * 2.1.
 */
package io.hansa.proxy.token;
