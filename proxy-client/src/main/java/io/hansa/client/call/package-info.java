/**
 * One call: its attempts, its deadline, and when it is sent again. For the package of the client
 * only.
 */
package io.hansa.client.call;
