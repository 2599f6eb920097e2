/** What {@code ./hansa} promises to its user, tried as a user does. */
package io.hansa.it.launcher;
