/**
 * Figures of the last 15 minutes at 5 seconds, and of the last 24 hours at 5 minutes, in bounded
 * memory. Requests are counted where their log lines are written, beside the requests.
 *
 * <p>The nodes of a proxy tell each other their latest samples, and each keeps what the others
 * told, so that every node answers for all.
 *
 * <p>The request log and a timer fill it, the administration API shows it.
 */
package io.hansa.proxy.series;
