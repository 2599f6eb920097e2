/**
 * {@code ./hansa run}: one empty proxy in the foreground, for trying it out. Called by the launcher's
 * command line only.
 */
package io.hansa.demo.launcher.run;
