/**
 * Java SE callers of the remote interface, one for each way in, as the pages on the servers in
 * docs/ show them. Each has a {@code main} and nothing of the proxy's but {@code proxy-client}.
 */
package io.hansa.it.client;
