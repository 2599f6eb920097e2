/**
 * What operators see of every request (R21): metrics and one log line each, never with business
 * data.
 */
package io.hansa.proxy.monitoring;
