/**
 * Exchanges with HTTP endpoints, by Apache HttpClient with all of its own initiative switched off:
 * no repetition, no redirect, no cookie, no decompression.
 *
 * <p>For {@code io.hansa.connector.target}.
 */
package io.hansa.connector.http;
