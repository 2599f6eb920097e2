/**
 * Which proxy the commands talk to, and as whom: contexts in one file that only its owner may read.
 */
package io.hansa.launcher.context;
