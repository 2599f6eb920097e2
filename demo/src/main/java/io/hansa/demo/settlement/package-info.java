/**
 * The demo's two settlements: what is asked, what has to come back, and how result and trace are
 * shown. Called by the demo when all proxies are ready.
 */
package io.hansa.demo.settlement;
