/**
 * Text between UTF-8 outside and the charset of a business server, and the rule for which content
 * types are text.
 *
 * <p>For {@code io.hansa.connector.tcp} and {@code io.hansa.connector.http}.
 */
package io.hansa.connector.text;
