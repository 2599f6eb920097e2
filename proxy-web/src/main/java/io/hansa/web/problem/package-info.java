/**
 * Every failure as {@code application/problem+json} (RFC 9457). All of the web module answers
 * failures through here.
 */
package io.hansa.web.problem;
