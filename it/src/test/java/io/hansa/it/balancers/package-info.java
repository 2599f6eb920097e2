/** Nodes that start and stop while callers go on, alone and behind load balancers. */
package io.hansa.it.balancers;
