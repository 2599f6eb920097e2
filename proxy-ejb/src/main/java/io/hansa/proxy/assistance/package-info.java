/**
 * Recognizes replies in which a business server asks another capability to continue: by the HTTP
 * header, and by rules for servers that cannot send one. Used by the request pipeline and, as
 * configuration, by registration.
 */
package io.hansa.proxy.assistance;
