/**
 * Which servlet container Hansa runs in, and what has to be done differently there. {@link
 * io.hansa.web.container.ContainerDetection} chooses it once at start. Every other package of this
 * module may inject {@link io.hansa.web.container.ContainerBehaviour}; this package knows none of
 * them.
 */
package io.hansa.web.container;
