/**
 * Shows an operator what bytes on the wire mean: the frames found in them, by the codecs that
 * exchanges use, and the named fields of each frame. No sockets here.
 *
 * <p>For {@code io.hansa.proxy.workbench}.
 */
package io.hansa.connector.inspection;
