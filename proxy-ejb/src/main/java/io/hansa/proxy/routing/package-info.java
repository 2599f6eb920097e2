/**
 * Where a request can go and in which order that is tried (R8, R9). Knows neither business servers
 * nor peers, only destinations with a load; registration and federation provide them.
 */
package io.hansa.proxy.routing;
