package io.hansa.demo.shop.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A client on one connection that speaks raw bytes. */
public final class Caller implements AutoCloseable {

    private final Socket socket;

    public Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5_000);
    }

    public Caller send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    public Caller endSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    public byte[] receive(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    /** Reads until the server ends the connection; a reset counts as the end. */
    public byte[] receiveToEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
