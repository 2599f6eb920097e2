/**
 * The proxies that the client knows: who belongs to the list, what each told, whether it works, and
 * which one gets the next request. For the packages of the client only.
 */
package io.hansa.client.league;
