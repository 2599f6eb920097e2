package io.hansa.bench.echo;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Sends back large frames, a four-byte length and the data, with a thread and one frame in memory
 * for each connection. Says its port and runs until its input ends.
 */
public final class LargeMain {
    private static final int BACKLOG = 64;

    private LargeMain() {}

    public static void main(String[] arguments) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool(LargeMain::daemon);
        ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        threads.submit(() -> accept(listener, threads));
        System.out.println(listener.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static Void accept(ServerSocket listener, ExecutorService threads) throws IOException {
        while (true) {
            Socket socket = listener.accept();
            threads.submit(() -> echo(socket));
        }
    }

    /** Ends with the connection. */
    private static Void echo(Socket socket) throws IOException {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] data = in.readNBytes(in.readInt());
                out.writeInt(data.length);
                out.write(data);
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "large echo");
        thread.setDaemon(true);
        return thread;
    }
}
