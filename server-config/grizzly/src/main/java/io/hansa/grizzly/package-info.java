/**
 * For the network library of Payara Micro, in whose place and not in the application's it is
 * loaded.
 */
package io.hansa.grizzly;
