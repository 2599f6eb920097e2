/**
 * Commands on the items of a proxy's registry: read, write, remove; and the registry as a document.
 */
package io.hansa.launcher.registry;
