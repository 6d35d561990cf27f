package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A table of parts of products, written set-wise: what is gone is deleted, everything else inserted or updated. */
final class PartTable {
    private final String upsert;
    private final String delete;

    /**
     * A table.
     *
     * @param name its name
     * @param columns its columns behind org_id and product_id, each with its type, id first
     */
    PartTable(String name, String... columns) {
        var names = Arrays.stream(columns).map(column -> column.split(" ")[0]).toList();
        var list = String.join(", ", names);
        upsert = "insert into " + name + " (org_id, product_id, " + list + ") select $1, $2, "
                + names.stream().map(column -> "n." + column).collect(Collectors.joining(", "))
                + " from jsonb_to_recordset($3::text::jsonb) as n(" + String.join(", ", columns)
                + ") on conflict (org_id, id) do update set "
                + names.stream()
                        .skip(1)
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
        delete = "delete from " + name + " where product_id = $1 and id <> all ($2)";
    }

    /** Makes the table hold exactly these rows of the product when the unit of work ends. */
    void write(Unit unit, UUID product, List<Map<String, Object>> rows) {
        unit.later(
                delete, product, rows.stream().map(row -> (UUID) row.get("id")).toArray(UUID[]::new));
        if (!rows.isEmpty()) {
            unit.later(upsert, unit.work().sight().org().value(), product, Json.write(rows));
        }
    }
}
