/** The resource adapter as it is packaged. */
package io.hansa.connector.rar;
