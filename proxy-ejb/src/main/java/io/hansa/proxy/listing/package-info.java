/**
 * Lists in pages: what a caller asks of a list, where the next page begins, and one page. For every
 * list of the administration. A page begins behind an item and never at a number, so pages neither
 * repeat nor skip an item that is there throughout.
 */
package io.hansa.proxy.listing;
