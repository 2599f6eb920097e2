/**
 * From what a request shows to the caller it comes from (R2, R15): passwords, tokens, peers. Used
 * by the request's way and the web module.
 */
package io.hansa.proxy.authentication;
