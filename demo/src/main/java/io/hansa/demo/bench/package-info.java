/**
 * The processes round a proxy that is measured: who calls it and who answers behind it. Each runs
 * on its own, so that its CPU time is not the proxy's, and ends when its standard input does.
 */
package io.hansa.demo.bench;
