/** Who may use the administration: asked before any of its resources is reached. */
package io.hansa.web.access;
