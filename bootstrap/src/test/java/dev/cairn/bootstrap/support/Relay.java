package dev.cairn.bootstrap.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the service and a neighbour, on a port of its own that stays the same, and can be cut like a cable: then the
 * port refuses connections, and those there were are gone. Or it goes dumb: it takes connections and says nothing.
 */
public final class Relay implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final int neighbour;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket door;
    private volatile boolean dumb;

    private Relay(int neighbour, ServerSocket door) {
        this.neighbour = neighbour;
        this.door = door;
        this.port = door.getLocalPort();
    }

    /** A relay to a port of this machine, passing everything on. */
    public static Relay to(int neighbour) {
        try {
            var relay = new Relay(neighbour, new ServerSocket(0, 50, LOOPBACK));
            relay.serve(relay.door);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, cut or not. */
    public int port() {
        return port;
    }

    /** Refuses connections, and ends those there are. */
    public void cut() {
        close(door);
        hangUp();
    }

    /** Takes connections and says nothing. */
    public void goDumb() {
        dumb = true;
        hangUp();
        open();
    }

    /** Passes everything on again. */
    public void mend() {
        dumb = false;
        hangUp();
        open();
    }

    @Override
    public void close() {
        cut();
    }

    private void open() {
        if (!door.isClosed()) {
            return;
        }
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(LOOPBACK, port));
            serve(door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket open) {
        thread(() -> {
            while (true) {
                var near = open.accept();
                sockets.add(near);
                if (!dumb) {
                    var far = new Socket(LOOPBACK, neighbour);
                    sockets.add(far);
                    thread(() -> pass(near, far));
                    thread(() -> pass(far, near));
                }
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void hangUp() {
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void thread(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException cut) {
                        // The socket was closed: by us, or by one of the two who talked.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
