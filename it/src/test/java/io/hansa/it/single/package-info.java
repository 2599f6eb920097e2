/**
 * One proxy on each server that it ships for: what callers, administrators and operators find at
 * its addresses. The behaviours are the same for all servers, so that a difference between them is
 * a failing test.
 */
package io.hansa.it.single;
