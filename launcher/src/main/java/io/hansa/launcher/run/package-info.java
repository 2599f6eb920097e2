/**
 * {@code ./hansa run}: one proxy in the foreground, whose data may stay. Called by the launcher's
 * command line, and by what measures such a proxy.
 */
package io.hansa.launcher.run;
