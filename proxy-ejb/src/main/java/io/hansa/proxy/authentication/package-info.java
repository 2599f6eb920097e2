/**
 * Authenticates callers from a request's credentials: passwords, tokens and peers. Used by the
 * request pipeline and the web module.
 */
package io.hansa.proxy.authentication;
