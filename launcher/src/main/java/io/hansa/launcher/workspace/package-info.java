/**
 * Where the launcher finds what was built and where it keeps what it makes, and how it says what is
 * wrong. Every other package of the launcher may call this one; it calls none of them.
 */
package io.hansa.launcher.workspace;
