/**
 * Payara Micro as nodes start it: unpacked once into one jar, with an archive of its classes.
 * Called when a node is prepared.
 */
package io.hansa.launcher.micro;
