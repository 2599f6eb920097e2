/**
 * A proxy as seen from outside: its health, its capability information and its administration API
 * (docs/api.md), over HTTP and JSON. Called by every class that talks to a proxy.
 */
package io.hansa.launcher.proxy;
