package dev.cairn.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A client that asks as fast as it is answered, or at a rate: one thread, one selector, connections that stay open. It
 * stands on the cores of what it measures, so it does as little as it can for each request: no object is made, no header is
 * read that does not matter.
 */
public final class Load {
    private static final int READ_BYTES = 256 * 1024;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final InetSocketAddress address;
    private final int connections;
    private final IntPredicate expected;

    /**
     * A load on a service of this machine.
     *
     * @param port where it listens
     * @param connections how many requests are under way at once, at most
     * @param expected which statuses are answers; every other one is an error
     */
    public Load(int port, int connections, IntPredicate expected) {
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.connections = connections;
        this.expected = expected;
    }

    /** Each connection asks again as soon as it is answered, until the time is over or there is nothing left to ask. */
    public Outcome closed(Requests requests, double seconds) throws IOException {
        return new Run(requests, seconds, 0).go();
    }

    /**
     * Asks at a rate, whatever the answers do. The time of an answer counts from when its request was due, so that what
     * waited for a connection is not left out.
     */
    public Outcome open(Requests requests, double seconds, double perSecond) throws IOException {
        return new Run(requests, seconds, 1e9 / perSecond).go();
    }

    private static final class Connection {
        final SocketChannel channel;
        final RequestBuffer request = new RequestBuffer();
        final AnswerParser parser = new AnswerParser();
        SelectionKey key;
        ByteBuffer unsent = ByteBuffer.allocate(0);
        long began;
        boolean busy;

        Connection(SocketChannel channel, Selector selector) throws IOException {
            this.channel = channel;
            this.key = channel.register(selector, SelectionKey.OP_READ, this);
        }
    }

    private final class Run {
        private final Requests requests;
        private final double seconds;
        private final double interval;
        private final Outcome outcome = new Outcome();
        private final ByteBuffer incoming = ByteBuffer.allocate(READ_BYTES);
        private final ArrayDeque<Connection> idle = new ArrayDeque<>();
        private boolean exhausted;
        private int underWay;
        private long started;
        private long end;
        private long due;
        private long sent;

        Run(Requests requests, double seconds, double interval) {
            this.requests = requests;
            this.seconds = seconds;
            this.interval = interval;
        }

        Outcome go() throws IOException {
            var all = new ArrayList<Connection>(connections);
            try (var selector = Selector.open()) {
                try {
                    for (int i = 0; i < connections; i++) {
                        all.add(connect(selector));
                    }
                    idle.addAll(all);
                    started = System.nanoTime();
                    due = started;
                    end = started + (long) (seconds * 1e9);
                    begin();
                    while (underWay > 0 || mayBegin()) {
                        wait(selector);
                        begin();
                    }
                } finally {
                    close(all);
                }
            }
            outcome.exhausted = exhausted;
            return outcome;
        }

        private boolean mayBegin() {
            return !exhausted && System.nanoTime() < end;
        }

        private void wait(Selector selector) throws IOException {
            long until = interval > 0 && !exhausted && due < end && !idle.isEmpty()
                    ? Math.max(0, due - System.nanoTime())
                    : PATIENCE_NANOS;
            int ready = until < 1_000_000 && interval > 0
                    ? selector.selectNow()
                    : selector.select(Math.max(1, until / 1_000_000));
            if (ready == 0 && until >= PATIENCE_NANOS) {
                throw new IOException("the service has not answered for " + PATIENCE_NANOS / 1_000_000_000L + " s; "
                        + underWay + " requests are under way");
            }
            var keys = selector.selectedKeys().iterator();
            while (keys.hasNext()) {
                var key = keys.next();
                keys.remove();
                var connection = (Connection) key.attachment();
                if (key.isWritable()) {
                    send(connection);
                }
                if (key.isReadable()) {
                    read(connection, selector);
                }
            }
        }

        /** Sends what is due on the connections that have nothing to do. */
        private void begin() throws IOException {
            while (!idle.isEmpty() && !exhausted) {
                long now = System.nanoTime();
                if (now >= end || interval > 0 && now < due) {
                    return;
                }
                var connection = idle.poll();
                connection.request.clear();
                if (!requests.next(connection.request)) {
                    exhausted = true;
                    idle.push(connection);
                    return;
                }
                connection.parser.reset();
                connection.unsent = connection.request.toSend();
                connection.began = interval > 0 ? due : now;
                connection.busy = true;
                underWay++;
                due = started + (long) (++sent * interval);
                send(connection);
            }
        }

        private void send(Connection connection) throws IOException {
            try {
                connection.channel.write(connection.unsent);
            } catch (IOException closed) {
                // What the service said before it closed is still to be read, and tells why.
                connection.unsent.position(connection.unsent.limit());
            }
            int interest = connection.unsent.hasRemaining()
                    ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
                    : SelectionKey.OP_READ;
            if (connection.key.interestOps() != interest) {
                connection.key.interestOps(interest);
            }
        }

        private void read(Connection connection, Selector selector) throws IOException {
            incoming.clear();
            int count;
            try {
                count = connection.channel.read(incoming);
            } catch (IOException reset) {
                count = -1;
            }
            if (count < 0) {
                lost(connection, selector);
            } else if (connection.parser.accept(incoming.array(), 0, count)) {
                long now = System.nanoTime();
                outcome.add(now - connection.began, connection.parser, expected);
                outcome.seconds = (now - started) / 1e9;
                connection.busy = false;
                underWay--;
                idle.push(connection);
            }
        }

        /** A connection that the service closed: an error when it owed an answer; another one takes its place. */
        private void lost(Connection connection, Selector selector) throws IOException {
            connection.key.cancel();
            connection.channel.close();
            if (connection.busy) {
                outcome.lost();
                underWay--;
            } else {
                idle.remove(connection);
            }
            idle.add(connect(selector));
        }

        private Connection connect(Selector selector) throws IOException {
            var channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            return new Connection(channel, selector);
        }

        private void close(List<Connection> all) throws IOException {
            for (var connection : all) {
                connection.channel.close();
            }
            for (var connection : idle) {
                connection.channel.close();
            }
        }
    }
}
