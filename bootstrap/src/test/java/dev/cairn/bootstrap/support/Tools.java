package dev.cairn.bootstrap.support;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs programs that are not ours, without a terminal. */
public final class Tools {
    private Tools() {}

    /**
     * What a program told, and how it ended.
     *
     * @param told everything, errors too
     * @param exit 0 when all went well
     */
    public record Outcome(String told, int exit) {}

    /** Skips the test where a program is not installed; with CAIRN_TOOLS=required, as in .ci/run, it fails instead. */
    public static void need(String program) throws IOException, InterruptedException {
        boolean isThere;
        try {
            isThere = run(List.of(program, "--version"), Map.of()).exit() == 0;
        } catch (IOException none) {
            isThere = false;
        }
        if (!isThere) {
            var word = "skipped: no " + program;
            if ("required".equals(System.getenv("CAIRN_TOOLS"))) {
                throw new AssertionError(word + ", and this machine is to check everything");
            }
            System.err.println(word);
            abort(word);
        }
    }

    /** Runs a program to its end. */
    public static Outcome run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(told, process.waitFor());
    }
}
