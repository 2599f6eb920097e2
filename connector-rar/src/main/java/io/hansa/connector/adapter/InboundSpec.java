package io.hansa.connector.adapter;

import io.hansa.connector.Dialogue;
import io.hansa.connector.Framing;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.inbound.CorrelationText;
import io.hansa.connector.inbound.FramingText;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.nio.charset.Charset;

/**
 * Where a message endpoint of type {@link io.hansa.connector.ServerCallListener} is called: a bean
 * of the container's.
 */
public final class InboundSpec extends InboundTls implements ActivationSpec {

    private ResourceAdapter adapter;
    private String name = "inbound";
    private String address = "127.0.0.1";
    private Integer port;
    private String framing = "length-prefix 4 BINARY";
    private String correlate;
    private String charset;
    private String contentType = "text/plain";
    private Integer maxConnections = ListenerLimits.USUAL.maxConnections();
    private Integer maxInFlight = ListenerLimits.USUAL.maxInFlight();
    private Integer maxCallBytes = ListenerLimits.USUAL.maxCallBytes();
    private Integer idleMillis = ListenerLimits.USUAL.idleMillis();
    private Integer callMillis = ListenerLimits.USUAL.callMillis();

    /** The same as settings, all checked. */
    ListenerSettings settings() throws InvalidPropertyException {
        try {
            if (port == null) {
                throw new IllegalArgumentException("An activation needs the property port.");
            }
            return new ListenerSettings(
                    name,
                    address,
                    port,
                    framing(),
                    isSet(charset) ? Charset.forName(charset) : null,
                    contentType,
                    new ListenerLimits(
                            maxConnections, maxInFlight, maxCallBytes, idleMillis, callMillis),
                    tls());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidPropertyException(e.getMessage(), e);
        }
    }

    private Framing framing() {
        Framing bare = FramingText.parse(framing);
        return isSet(correlate) ? new Dialogue(bare, CorrelationText.parse(correlate)) : bare;
    }

    @Override
    public void validate() throws InvalidPropertyException {
        settings();
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.adapter = adapter;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public Integer getPort() {
        return port;
    }

    public void setPort(Integer port) {
        this.port = port;
    }

    public String getFraming() {
        return framing;
    }

    public void setFraming(String framing) {
        this.framing = framing;
    }

    public String getCorrelate() {
        return correlate;
    }

    public void setCorrelate(String correlate) {
        this.correlate = correlate;
    }

    public String getCharset() {
        return charset;
    }

    public void setCharset(String charset) {
        this.charset = charset;
    }

    public String getContentType() {
        return contentType;
    }

    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public Integer getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public Integer getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(Integer maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public Integer getMaxCallBytes() {
        return maxCallBytes;
    }

    public void setMaxCallBytes(Integer maxCallBytes) {
        this.maxCallBytes = maxCallBytes;
    }

    public Integer getIdleMillis() {
        return idleMillis;
    }

    public void setIdleMillis(Integer idleMillis) {
        this.idleMillis = idleMillis;
    }

    public Integer getCallMillis() {
        return callMillis;
    }

    public void setCallMillis(Integer callMillis) {
        this.callMillis = callMillis;
    }
}
