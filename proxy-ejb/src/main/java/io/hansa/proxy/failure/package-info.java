/**
 * How a request fails: one exception, an answer rather than a defect. Every package may throw it.
 */
package io.hansa.proxy.failure;
