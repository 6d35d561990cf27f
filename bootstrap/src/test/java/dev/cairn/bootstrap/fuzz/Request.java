package dev.cairn.bootstrap.fuzz;

import dev.cairn.bootstrap.support.Description;
import dev.cairn.bootstrap.support.World;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request of the fuzzer.
 *
 * @param operation what it is aimed at
 * @param world the ids that its path was made of
 * @param target path and query as they stand on the wire
 */
record Request(
        Description.Operation operation,
        World world,
        String who,
        String target,
        Map<String, String> headers,
        byte[] body) {
    String path() {
        return target.split("\\?", 2)[0];
    }

    @Override
    public String toString() {
        var text = new String(body, StandardCharsets.UTF_8);
        var shown = text.length() > 1_500 ? text.substring(0, 1_500) + "… of " + text.length() : text;
        var told = new LinkedHashMap<>(headers);
        told.computeIfPresent("Authorization", (name, value) -> value.length() > 40 ? "a token" : value);
        return operation + " by " + who + ": " + operation.method() + " " + target + " " + told + "\n" + shown;
    }
}
