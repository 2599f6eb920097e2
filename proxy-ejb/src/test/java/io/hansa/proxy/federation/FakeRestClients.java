package io.hansa.proxy.federation;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;

/** In place of a Rest Client implementation: every peer answers what was said last. */
final class FakeRestClients extends RestClientBuilderResolver
        implements PeerInformation, AutoCloseable {
    private final List<FakeResponse> given = new CopyOnWriteArrayList<>();
    private Supplier<FakeResponse> next = () -> new FakeResponse(200, "{}");
    private int built;

    FakeRestClients() {
        setInstance(this);
    }

    void answer(int status, String body) {
        next = () -> new FakeResponse(status, body);
    }

    void answer(Supplier<FakeResponse> how) {
        next = how;
    }

    /** Every response that was handed out, in order. */
    List<FakeResponse> given() {
        return given;
    }

    /** How many clients were made. */
    int built() {
        return built;
    }

    @Override
    public Response capabilities() {
        FakeResponse response = next.get();
        given.add(response);
        return response;
    }

    @Override
    public Response keys() {
        return capabilities();
    }

    @Override
    public RestClientBuilder newBuilder() {
        return (RestClientBuilder)
                Proxy.newProxyInstance(
                        RestClientBuilder.class.getClassLoader(),
                        new Class<?>[] {RestClientBuilder.class},
                        (builder, method, arguments) -> {
                            if (!method.getName().equals("build")) {
                                return builder;
                            }
                            built++;
                            return this;
                        });
    }

    @Override
    public void close() {
        setInstance(null);
    }
}
