/** Files with secrets of this node, which only the owner of its process may read. */
package io.hansa.proxy.secret;
