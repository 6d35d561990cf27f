package dev.cairn.benchmarks.place;

import dev.cairn.devservices.deployment.DevelopmentDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The database server under the measurement, as its superuser sees it. */
public final class Server implements AutoCloseable {
    /**
     * Told in every report: nothing is forced to disk, for the disk of a shared machine is not what is measured; checkpoints
     * are rare, so that none falls into one window and not into the next.
     */
    public static final Map<String, String> SETTINGS = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "shared_buffers", "1GB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "1h",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "log_statement", "none");

    private final DevelopmentDatabase database;
    private final Path sockets;
    private final Path data;

    private Server(DevelopmentDatabase database, Path sockets, Path data) {
        this.database = database;
        this.sockets = sockets;
        this.data = data;
    }

    /** Starts it on the data of a directory, which it makes when it is not there. */
    public static Server start(Path data) throws IOException {
        // Short: the path of a socket has an end at 107 characters.
        var sockets = Files.createTempDirectory("cairn-");
        var settings = new HashMap<>(SETTINGS);
        settings.put("unix_socket_directories", sockets.toString());
        var database = DevelopmentDatabase.forMeasurement(data.toAbsolutePath(), settings);
        database.start();
        return new Server(database, sockets, data);
    }

    /** A connection of the superuser, whom no policy binds. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl() + "?user=postgres");
    }

    /** The address for JDBC. */
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** The address for the reactive client: of the unix socket, or over TCP. */
    public String reactiveUrl(boolean overTcp) {
        if (overTcp) {
            return database.reactiveUrl();
        }
        var directory = URLEncoder.encode(sockets.toString(), StandardCharsets.UTF_8);
        return "postgresql://" + directory + ":" + port()
                + database.reactiveUrl().replaceFirst(".*/", "/");
    }

    /** Where its unix socket is. */
    public Path sockets() {
        return sockets;
    }

    /** The port, which also names the socket. */
    public int port() {
        var info = database.getConnectionInfo();
        return Integer.parseInt(info.substring(info.indexOf(':') + 1, info.indexOf('/')));
    }

    /** The process that all its others are children of. */
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        } catch (IOException e) {
            throw new UncheckedIOException("the database server is not running", e);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        Files.deleteIfExists(sockets);
    }
}
