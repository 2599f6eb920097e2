/**
 * Tokens of external issuers, such as an OpenID provider: which are accepted, and for which account
 * of this proxy. Their keys are fetched in the background. Used by {@code
 * io.hansa.proxy.authentication}.
 */
package io.hansa.proxy.issuer;
