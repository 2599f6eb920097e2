/**
 * Failures of requests: one exception, which is a reply and not a defect. Every package may throw
 * it.
 */
package io.hansa.proxy.failure;
