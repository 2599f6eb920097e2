/** What keeps the node and what is behind it from more work than they can do (R11–R14). */
package io.hansa.proxy.protection;
