/**
 * The first reply to each idempotency key, kept so that a repeated request gets it again and no
 * server sees it twice. Only requests that carry a key come here, and only they touch the database.
 * For the request's way.
 */
package io.hansa.proxy.idempotency;
