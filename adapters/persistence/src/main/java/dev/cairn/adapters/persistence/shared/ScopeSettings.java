package dev.cairn.adapters.persistence.shared;

import dev.cairn.application.shared.ReadScope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the database, for one transaction, whose rows exist and which customers are visible. */
final class ScopeSettings {
    /** How many arguments the settings take. */
    static final int ARGUMENTS = 4;

    private static final Map<Integer, String> TEXTS = new ConcurrentHashMap<>();

    private ScopeSettings() {}

    /** The calls that make the settings, with parameters from this number on. */
    static String sql(int first) {
        return TEXTS.computeIfAbsent(first, ScopeSettings::text);
    }

    private static String text(int first) {
        return "set_config('cairn.org_id',$%d,true),set_config('cairn.sees',$%d,true),set_config('cairn.assignee',$%d,true),set_config('cairn.customers',$%d,true)"
                .formatted(first, first + 1, first + 2, first + 3);
    }

    static @Nullable Object[] of(ReadScope scope) {
        var customers = scope.customers();
        var sees = customers.everything() ? "everything" : customers.pipeline() ? "pipeline" : "";
        var listed =
                customers.listed().stream().map(id -> id.value().toString()).collect(Collectors.joining(","));
        return new Object[] {
            scope.org().value(), sees, customers.assignee().orElse(""), listed.isEmpty() ? "" : "{" + listed + "}"
        };
    }
}
