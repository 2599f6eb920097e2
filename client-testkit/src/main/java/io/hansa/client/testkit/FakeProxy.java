package io.hansa.client.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/**
 * A proxy on a port of the loopback address, for tests of programs that call proxies. It tells
 * capability information, issues tokens, and answers each call with the call's own body, until it
 * is given a fault. For many threads.
 */
public final class FakeProxy implements AutoCloseable {
    private final FakeServer server;

    private FakeProxy(FakeServer server) {
        this.server = server;
    }

    /** Starts a proxy of that id on a free port. It offers nothing yet. */
    public static FakeProxy start(String id) {
        return new FakeProxy(FakeServer.start(id, Listening.PLAIN));
    }

    /**
     * Starts a proxy that listens with TLS.
     *
     * @param tls its key, for the address 127.0.0.1, and the authorities that it trusts
     * @param demandCertificate whether callers must show a certificate (mutual TLS)
     */
    public static FakeProxy startTls(String id, SSLContext tls, boolean demandCertificate) {
        return new FakeProxy(FakeServer.start(id, new Listening(tls, demandCertificate)));
    }

    /** The id that it tells. */
    public String id() {
        return server.offering().id();
    }

    /** Its address, also while it is killed. */
    public URI uri() {
        return server.uri();
    }

    /** Offers a capability whose requests must not be sent twice. */
    public FakeProxy offers(String capability) {
        return offers(capability, "ONCE");
    }

    /**
     * @param replay {@code SAFE}, {@code IDEMPOTENT} or {@code ONCE}
     */
    public FakeProxy offers(String capability, String replay) {
        return tells(told -> told.with(capability, replay, "local"));
    }

    /** Offers a capability that it has from a peer. */
    public FakeProxy offersVia(String capability, String replay, String peer) {
        return tells(told -> told.with(capability, replay, peer));
    }

    /** The load that it tells; the threshold is 0.9. */
    public FakeProxy load(double load) {
        return tells(told -> told.withLoad(load));
    }

    /** Whether it tells that it takes requests. */
    public FakeProxy accepting(boolean accepting) {
        return tells(told -> told.withAccepting(accepting));
    }

    /** The peers that it names, by id. */
    public FakeProxy peers(Map<String, URI> peers) {
        return tells(told -> told.withPeers(peers));
    }

    private FakeProxy tells(UnaryOperator<Offering> change) {
        server.tell(change);
        return this;
    }

    /** Every call meets the fault from now on; null takes it back. */
    public FakeProxy fault(Fault fault) {
        server.faults().always(fault);
        return this;
    }

    /** The next calls meet the fault. */
    public FakeProxy faultNext(int calls, Fault fault) {
        server.faults().next(calls, fault);
        return this;
    }

    /** The lifetime of the tokens that it issues. */
    public FakeProxy tokenLifetime(Duration lifetime) {
        server.tokens().lifetime(lifetime);
        return this;
    }

    /** Tokens that it issued so far are refused from now on. */
    public FakeProxy revokeTokens() {
        server.tokens().revoke();
        return this;
    }

    /** Calls without a token that it issued are refused from now on. */
    public FakeProxy demandTokens() {
        server.tokens().demand();
        return this;
    }

    /** Its port is closed, and so are all its connections. */
    public FakeProxy kill() {
        server.kill();
        return this;
    }

    /** It listens on its port again, without faults. */
    public FakeProxy restart() {
        server.restart();
        return this;
    }

    /** It takes connections and answers nothing, as a stopped process does. */
    public FakeProxy hang() {
        server.hang();
        return this;
    }

    /** It answers again, also what waits. */
    public FakeProxy resume() {
        server.resume();
        return this;
    }

    /** The calls that it received, also those that met a fault. */
    public List<Received> received() {
        return server.received();
    }

    /** How often its capability information was asked for. */
    public int documentsAsked() {
        return server.documentsAsked();
    }

    /** Of these, how many were answered with 304. */
    public int documentsUnchanged() {
        return server.documentsUnchanged();
    }

    /** How many tokens it issued. */
    public int tokensIssued() {
        return server.tokens().issued();
    }

    /** Forgets faults and calls, and listens; what it offers stays. */
    public void reset() {
        server.reset();
    }

    @Override
    public void close() {
        server.kill();
    }
}
