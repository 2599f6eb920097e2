/**
 * What a proxy tells and gives besides doing business: capability information, tokens, keys,
 * traces, health, metrics.
 */
package io.hansa.web.operation;
