/**
 * {@code ./hansa run}: one empty proxy in the foreground, for trying it out. Called by the
 * launcher's command line, and by what measures such a proxy.
 */
package io.hansa.launcher.run;
