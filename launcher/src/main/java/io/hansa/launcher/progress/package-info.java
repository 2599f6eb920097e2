/**
 * What a command tells its user while it works. Every other package of the launcher may call this
 * one; it calls none of them.
 */
package io.hansa.launcher.progress;
