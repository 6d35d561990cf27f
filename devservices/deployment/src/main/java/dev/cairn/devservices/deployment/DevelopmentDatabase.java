package dev.cairn.devservices.deployment;

import io.quarkus.deployment.builditem.Startable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server as a child process, from real server binaries. It has the two roles of production: the owner, who
 * migrates, and the service's, who owns nothing and is bound by row-level security. A database in which the service were
 * owner or superuser would let every policy pass unnoticed.
 */
public final class DevelopmentDatabase implements Startable {
    static final int DEVELOPMENT_PORT = 54329;
    /** The role that owns the tables. */
    public static final String OWNER_ROLE = "cairn_owner";
    /** The role that serves requests. */
    public static final String SERVICE_ROLE = "cairn_app";
    /** The password of both; worth nothing, since the server listens on this machine only. */
    public static final String PASSWORD = "dev";

    private static final String DATABASE = "cairn";
    private static final String STATEMENTS = "statements";
    private static final long STOP_SECONDS = 10;

    private interface Plan {
        EmbeddedPostgres start() throws IOException;
    }

    private final Plan plan;
    private final Optional<Path> statementLogs;
    private @Nullable EmbeddedPostgres server;

    private DevelopmentDatabase(Plan plan, Optional<Path> statementLogs) {
        this.plan = plan;
        this.statementLogs = statementLogs;
    }

    /** A fixed port and a directory in the home: the data of the last run is there again. */
    static DevelopmentDatabase forDevelopment(boolean reset) {
        return inDirectory(home().resolve("dev-db"), DEVELOPMENT_PORT, reset);
    }

    static DevelopmentDatabase inDirectory(Path data, int port, boolean reset) {
        return new DevelopmentDatabase(
                () -> {
                    var survivor = survivorIn(data);
                    if (reset) {
                        survivor.ifPresent(DevelopmentDatabase::stop);
                        delete(data);
                    } else if (survivor.isEmpty() && !Ports.isFree(port)) {
                        throw new IllegalStateException(
                                "Port " + port
                                        + " is taken by another program, and the development database needs it: stop that program, or name"
                                        + " a database of your own with quarkus.datasource.reactive.url and quarkus.datasource.jdbc.url.");
                    }
                    Files.createDirectories(data);
                    return loopback()
                            .setPort(port)
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setServerConfig("synchronous_commit", "on")
                            .start();
                },
                Optional.empty());
    }

    /** A fresh database on a free port that writes every statement to a file, where a test counts them. */
    static DevelopmentDatabase forTests(Path target) {
        Path directory;
        try {
            Files.createDirectories(target);
            // One each: an application that a test starts anew overlaps with the one before.
            directory = Files.createTempDirectory(target.toAbsolutePath(), "postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var logs = directory.resolve("log");
        return new DevelopmentDatabase(
                () -> loopback()
                        .setPort(Ports.anyFree())
                        .setDataDirectory(directory.resolve("data"))
                        .setCleanDataDirectory(true)
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_destination", "jsonlog")
                        .setServerConfig("log_statement", "all")
                        // Values are nobody's business, and a batch has megabytes of them.
                        .setServerConfig("log_parameter_max_length", "1000")
                        .setServerConfig("log_directory", logs.toString())
                        .setServerConfig("log_filename", STATEMENTS + ".log")
                        .setServerConfig("log_rotation_age", "0")
                        .setServerConfig("log_rotation_size", "0")
                        .start(),
                Optional.of(logs));
    }

    /**
     * A server to measure beside: on any free port, its data kept, with settings of the caller's on top of the library's.
     *
     * @param data where the data is, or will be
     * @param settings settings of the server by name
     */
    public static DevelopmentDatabase forMeasurement(Path data, Map<String, String> settings) {
        return new DevelopmentDatabase(
                () -> {
                    survivorIn(data).ifPresent(DevelopmentDatabase::stop);
                    Files.createDirectories(data);
                    var builder = loopback()
                            .setPort(Ports.anyFree())
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false);
                    settings.forEach(builder::setServerConfig);
                    return builder.start();
                },
                Optional.empty());
    }

    private static EmbeddedPostgres.Builder loopback() throws IOException {
        // In the home, not in the shared temporary directory: what root unpacked there, nobody else could use.
        var binaries = home().resolve("postgresql");
        Files.createDirectories(binaries);
        // The server's library opens its directory to everybody; nobody else shall get as far as that.
        if (Files.getFileStore(home()).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwx------"));
        }
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setServerConfig("listen_addresses", "127.0.0.1");
    }

    @Override
    public void start() {
        try {
            var started = plan.start();
            server = started;
            createRolesAndDatabaseOnce(started);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL does not start: " + e.getMessage(), e);
        }
    }

    private static void createRolesAndDatabaseOnce(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var known = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (known.next()) {
                    return;
                }
            }
            // The database comes last: where it is, the roles are, even after a start that was cut short.
            statement.execute("drop role if exists " + OWNER_ROLE);
            statement.execute("drop role if exists " + SERVICE_ROLE);
            statement.execute("create role " + OWNER_ROLE + " login nosuperuser password '" + PASSWORD + "'");
            statement.execute(
                    "create role " + SERVICE_ROLE + " login nosuperuser nobypassrls password '" + PASSWORD + "'");
            statement.execute("create database " + DATABASE + " owner " + OWNER_ROLE);
        }
    }

    /** A server that outlived its last run, killed before it could stop it; the next start finds it and goes on with it. */
    private static Optional<ProcessHandle> survivorIn(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var pid = Files.readAllLines(file).stream().findFirst().orElse("").trim();
        if (!pid.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void stop(ProcessHandle survivor) {
        survivor.destroy();
        try {
            survivor.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            survivor.destroyForcibly();
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A user that the system does not know, as in many build containers, has "?" for a home. */
    private static Path home() {
        var home = Path.of(System.getProperty("user.home"));
        return home.isAbsolute() && Files.isWritable(home)
                ? home.resolve(".cairn")
                : Path.of(
                        System.getProperty("java.io.tmpdir"),
                        ".cairn-" + ProcessHandle.current().info().user().orElse("build"));
    }

    /** The address for JDBC. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + getConnectionInfo();
    }

    /** The address for the reactive client. */
    public String reactiveUrl() {
        return "postgresql://" + getConnectionInfo();
    }

    String statementLog() {
        return statementLogs
                .map(directory -> directory.resolve(STATEMENTS + ".json").toString())
                .orElse("");
    }

    @Override
    public String getConnectionInfo() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("The embedded PostgreSQL has not been started.");
        }
        return "127.0.0.1:" + running.getPort() + "/" + DATABASE;
    }

    @Override
    public @Nullable String getContainerId() {
        return null;
    }

    @Override
    public void close() throws IOException {
        var running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }
}
