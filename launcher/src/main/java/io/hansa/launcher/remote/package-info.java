/**
 * Requests of the commands to one proxy over HTTP (docs/api.md), and what their answers mean for a
 * command's exit status.
 */
package io.hansa.launcher.remote;
