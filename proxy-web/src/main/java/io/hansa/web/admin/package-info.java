/**
 * The administration API over HTTP: JSON in and out, entity tags, preconditions. What is right is
 * decided by {@code io.hansa.proxy.administration}; who may come here by {@code
 * io.hansa.web.access}, without whose caller nothing here answers.
 */
package io.hansa.web.admin;
