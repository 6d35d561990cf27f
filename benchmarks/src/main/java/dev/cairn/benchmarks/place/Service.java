package dev.cairn.benchmarks.place;

import dev.cairn.devservices.deployment.DevelopmentDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, with the settings of production but for what would be measured instead of it. */
public final class Service implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private Service(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /**
     * How it is started.
     *
     * @param command the program and its arguments
     * @param name what reports call it
     * @param overTcp whether its connections to PostgreSQL are TCP; over the unix socket otherwise, as those of pgbench
     */
    public record Form(List<String> command, String name, boolean overTcp) {
        /** On this JVM, with options of the caller's. */
        public static Form onJvm(Path java, Path jar, List<String> options, boolean overTcp) {
            var command = new ArrayList<String>();
            command.add(java.toString());
            command.addAll(options);
            command.add("-jar");
            command.add(jar.toString());
            return new Form(command, ("JVM " + String.join(" ", options)).trim(), overTcp);
        }

        /** As an executable, with options of the caller's; it has not the transport that knows unix sockets. */
        public static Form executable(Path program, List<String> options) {
            var command = new ArrayList<String>();
            command.add(program.toAbsolutePath().toString());
            command.addAll(options);
            return new Form(command, ("executable " + String.join(" ", options)).trim(), true);
        }
    }

    /** Starts it, and waits until it says that it is ready. */
    public static Service start(Form form, Server server, String issuer, Path log) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        var builder =
                new ProcessBuilder(form.command()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("CAIRN_"));
        settings(server, form, issuer, port)
                .forEach((name, value) -> builder.environment().put(variable(name), value));
        long began = System.nanoTime();
        var process = builder.start();
        // Who is stopped by hand leaves nothing behind; the database server sees to itself.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        try {
            while (!isReady(port)) {
                if (!process.isAlive()) {
                    throw new IOException("the service does not start: " + tail(log));
                }
                if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IOException("the service is not ready after " + PATIENCE_SECONDS + " s: " + tail(log));
                }
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return new Service(process, port, (System.nanoTime() - began) / 1e9);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static Map<String, String> settings(Server server, Form form, String issuer, int port) {
        var settings = new HashMap<String, String>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", String.valueOf(port));
        settings.put("quarkus.datasource.reactive.url", server.reactiveUrl(form.overTcp()));
        settings.put("quarkus.datasource.jdbc.url", server.jdbcUrl());
        settings.put("quarkus.datasource.username", DevelopmentDatabase.SERVICE_ROLE);
        settings.put("quarkus.datasource.password", DevelopmentDatabase.PASSWORD);
        settings.put("quarkus.flyway.username", DevelopmentDatabase.OWNER_ROLE);
        settings.put("quarkus.flyway.password", DevelopmentDatabase.PASSWORD);
        settings.put("quarkus.oidc.auth-server-url", issuer);
        // A limit is there to be below what is measured, and a line for each request is a matter of taste.
        settings.put("cairn.rate-limit.enabled", "false");
        settings.put("quarkus.log.category.\"dev.cairn.requests\".level", "WARN");
        return settings;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Asked on a bare socket: a client of the JDK would take longer to load than the service takes to start. */
    private static boolean isReady(int port) {
        try (var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port))) {
            channel.write(ByteBuffer.wrap("GET /q/health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(64);
            while (answer.position() < 12 && channel.read(answer) >= 0) {
                continue;
            }
            return answer.position() >= 12
                    && new String(answer.array(), 0, 12, StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** From the start of the process to the first answer that says it is ready. */
    public double secondsToReady() {
        return secondsToReady;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
