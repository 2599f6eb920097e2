/**
 * Bounds what the container logs because of what callers do. No class calls it; the container finds
 * its listener.
 */
package io.hansa.web.containerlog;
