/**
 * The request's way, top to bottom: {@link io.hansa.proxy.request.RequestWay} and its steps. The
 * web module and the remote interface enter here; nothing else does.
 */
package io.hansa.proxy.request;
