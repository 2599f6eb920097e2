/**
 * What travels with business data besides the data: its end-to-end headers, the status of its
 * reply, and the path and query below a capability. For the request pipeline, registration,
 * federation, the remote interface and the web module.
 */
package io.hansa.proxy.message;
