package io.hansa.connector.bench;

import io.hansa.benchmark.CpuPerOperation;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Sends frames of a four-byte length and a payload back, each connection on a thread of its own.
 */
final class EchoServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    EchoServer() throws IOException {
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The benchmark is over.
        }
    }

    private static void serve(Socket socket) {
        byte[] frame = new byte[64 * 1024];
        try (socket) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                in.readFully(frame, 0, 4 + 256);
                out.write(frame, 0, 4 + 256);
            }
        } catch (EOFException e) {
            // The other side is done.
        } catch (IOException e) {
            throw new IllegalStateException("The echo server broke off.", e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, CpuPerOperation.OTHER_END);
        thread.setDaemon(true);
        thread.start();
    }
}
