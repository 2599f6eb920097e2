/** {@code ./hansa status}: what the proxies of the running demo say of themselves. */
package io.hansa.demo.status;
