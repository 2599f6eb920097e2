package io.hansa.connector.fakeserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** A connection as the fake server sees it. */
public final class Caller {

    private final Socket socket;
    private final int number;
    private final InputStream in;
    private final OutputStream out;

    Caller(Socket socket, int number) throws IOException {
        this.socket = socket;
        this.number = number;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /**
     * The same connection in TLS. Unless this caller is closed, TLS is cut when the connection
     * ends.
     */
    public Caller inTls(SSLContext context) throws IOException {
        return new Caller(context.getSocketFactory().createSocket(socket, null, true), number);
    }

    /** Ends the connection in order. */
    public void close() throws IOException {
        socket.close();
    }

    /** Which connection of its server this is, from 1. */
    public int number() {
        return number;
    }

    /** Up to a line feed, which is left out; null at the end of the stream. */
    public String readLine() throws IOException {
        return readLine(in);
    }

    /** The same of any stream; each byte is one character. */
    public static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        return next < 0 ? null : line.toString();
    }

    public byte[] read(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** Everything up to the end of the stream; each byte is one character. */
    public String readAll() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    public void readToEnd() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Each character is one byte. */
    public void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The connection ends in a reset and not in order. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
