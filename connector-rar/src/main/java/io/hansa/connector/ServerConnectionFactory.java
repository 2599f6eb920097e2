package io.hansa.connector;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/**
 * The connection factory of the resource adapter (Jakarta Connectors 2.1, chapter 6), looked up by
 * the name under which it was installed, for example {@code eis/hansa}. One factory serves all
 * business servers, because the target is given with each exchange. Safe for use by any number of
 * threads.
 */
public interface ServerConnectionFactory extends Serializable, Referenceable {

    /**
     * Takes a connection from the container's pool; close it when the exchange is done.
     *
     * @throws ResourceException when the container's pool is exhausted or the adapter is stopped;
     *     nothing was sent
     */
    ServerConnection getConnection() throws ResourceException;
}
