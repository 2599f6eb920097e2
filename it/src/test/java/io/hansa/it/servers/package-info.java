/** Servers of different makers as peers of one league. */
package io.hansa.it.servers;
