/** An application with MicroProfile JWT that knows nothing of Hansa; deployed by the tests. */
package io.hansa.it.servers.app;
