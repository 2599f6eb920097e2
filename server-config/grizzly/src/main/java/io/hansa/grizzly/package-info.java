/**
 * The extension for Grizzly, the HTTP server of Payara. Loaded by the server, not by the
 * application. docs/server-internals.md lists what it relies on.
 */
package io.hansa.grizzly;
