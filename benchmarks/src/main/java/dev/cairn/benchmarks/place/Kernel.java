package dev.cairn.benchmarks.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the kernel counts of processes, from {@code /proc}. */
public final class Kernel {
    /** The unit of process times; Linux shows user space 100 a second on every architecture that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Path PROC = Path.of("/proc");

    private Kernel() {}

    /**
     * The times of a process, from its line in {@code /proc/…/stat}.
     *
     * @param parent the process that started it
     * @param own seconds of its own on a core
     * @param reaped seconds of its children that have ended
     */
    record Times(long parent, double own, double reaped) {
        /** Reads the line. The name in it stands in parentheses and may hold anything, parentheses too. */
        static Times of(String line) {
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Times(
                    Long.parseLong(fields[1]),
                    (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND,
                    (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND);
        }
    }

    /** Seconds on a core of a process alone. */
    public static double cpu(long pid) {
        return times(pid).map(Times::own).orElse(0.0);
    }

    /** Seconds on a core of a process, its children and those that have ended: a server whose workers come and go. */
    public static double cpuOfFamily(long pid) {
        double children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(child -> cpu(child.pid()))
                .sum();
        return times(pid).map(it -> it.own() + it.reaped()).orElse(0.0) + children;
    }

    /** Seconds on a core of all children of this process that have ended. */
    static double cpuOfEnded() {
        return times(ProcessHandle.current().pid()).map(Times::reaped).orElse(0.0);
    }

    private static Optional<Times> times(long pid) {
        try {
            return Optional.of(Times.of(Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** Resident memory of a process, in bytes; 0 when it has ended. */
    public static long residentBytes(long pid) {
        try (var lines = Files.lines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** How many files a process has open, sockets among them; 0 when it has ended. */
    public static long openFiles(long pid) {
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.count();
        } catch (IOException ended) {
            return 0;
        }
    }

    /** How many processes wanted a core during the last minute, on average. */
    public static double loadAverage() {
        try {
            return Double.parseDouble(Files.readString(PROC.resolve("loadavg")).split(" ")[0]);
        } catch (IOException unknown) {
            return -1;
        }
    }

    /** What the processor calls itself. */
    public static String processor() {
        try (var lines = Files.lines(PROC.resolve("cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException unknown) {
            return "unknown";
        }
    }

    /** The memory of the machine, in bytes. */
    public static long memoryBytes() {
        try (var lines = Files.lines(PROC.resolve("meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unknown) {
            return 0;
        }
    }
}
