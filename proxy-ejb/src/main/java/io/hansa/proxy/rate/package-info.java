/**
 * What the nodes of a proxy have taken of their common rate limits, in the registry's database.
 * Asked beside the requests, never by one.
 */
package io.hansa.proxy.rate;
