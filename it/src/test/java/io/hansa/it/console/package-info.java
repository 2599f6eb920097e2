/**
 * The console in a real browser, as people use it. The browser is a Chromium that the machine has;
 * it is driven by its own protocol, so no driver is needed beside it.
 */
package io.hansa.it.console;
