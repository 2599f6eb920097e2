/**
 * HTTP requests for services, from the servlet to the pipeline and back, and everything that is
 * asynchronous about a request and its body. No other package of Hansa calls it; the container
 * does.
 *
 * <p>Order of reading: {@link io.hansa.web.ingress.ServicesServlet} is the whole way of a request.
 * {@code ServletBody} and {@code OutgoingReply} are its body and its reply. Where the request has
 * to wait, {@code AsyncRequestCoordinator} opens an {@code AsyncExchange}, and {@code
 * AsyncBodyReader} reads a body as it arrives. {@code BodyBufferingFilter} does for all other
 * requests what the servlet does for services.
 */
package io.hansa.web.ingress;
