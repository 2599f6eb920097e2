/**
 * The console's files, as the build put them together from {@code src/console}. Only the container
 * calls it.
 */
package io.hansa.web.console;
