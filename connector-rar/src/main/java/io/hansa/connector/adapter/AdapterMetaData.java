package io.hansa.connector.adapter;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the container may tell about the adapter. */
final class AdapterMetaData implements ManagedConnectionMetaData {

    @Override
    public String getEISProductName() {
        return "Business servers";
    }

    @Override
    public String getEISProductVersion() {
        return "any";
    }

    /** Zero, which means no limit: the limits are those of the targets. */
    @Override
    public int getMaxConnections() {
        return 0;
    }

    /** Empty: who calls is the proxy's business, and servers know one caller only. */
    @Override
    public String getUserName() {
        return "";
    }
}
