/** One proxy of several nodes, which share a registry in a real PostgreSQL. */
package io.hansa.it.nodes;
