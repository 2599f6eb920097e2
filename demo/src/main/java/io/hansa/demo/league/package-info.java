/**
 * {@code ./hansa demo}: starts the worked example, enters it into its proxies, runs two settlements
 * and ends what it started. Called by the launcher's command line and by {@code status}.
 */
package io.hansa.demo.league;
