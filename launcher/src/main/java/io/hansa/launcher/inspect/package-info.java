/** Commands that call a proxy, ask it for explanations, and look at what it did. */
package io.hansa.launcher.inspect;
