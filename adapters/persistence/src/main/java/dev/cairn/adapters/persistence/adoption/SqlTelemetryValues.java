package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.SqlUnit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryValueId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@Singleton
class SqlTelemetryValues implements TelemetryValues {
    private static final String VISIBLE_PLAN =
            "adoption_plan p on %s join visible_customer c on c.org_id = p.org_id and c.id = p.customer_id"
                    + " and (p.archived_at is null or %s)";

    private static final String OF_ATTRIBUTES = "select r.row, p.id, 1, a.task_id, a.id"
            + " from unnest($1::int[], $2::uuid[]) as r(row, attribute) join telemetry_attribute a on a.id = r.attribute join "
            + VISIBLE_PLAN.formatted("p.org_id = a.org_id and p.id = a.plan_id", "$3");

    /** A definition has one copy in a plan; of a task that is archived only when no other has it. */
    private static final String OF_ORIGINALS =
            "select r.row, p.id, case when a.id is null then 0 else 1 end, a.task_id, a.id"
                    + " from unnest($1::int[], $2::uuid[], $3::uuid[]) as r(row, plan, original) join "
                    + VISIBLE_PLAN.formatted("p.id = r.plan", "$4")
                    + " left join lateral (select x.id, x.task_id from telemetry_attribute x"
                    + " join customer_task t on t.org_id = x.org_id and t.id = x.task_id"
                    + " where x.org_id = p.org_id and x.plan_id = p.id and x.original_attribute_id = r.original"
                    + " order by t.archived_at nulls first limit 1) a on true";

    /** A name may have belonged to a definition that is gone: its successor is meant. */
    private static final String OF_NAMES = "select r.row, p.id, t.tasks, t.id, a.id"
            + " from unnest($1::int[], $2::uuid[], $3::text[], $4::text[]) as r(row, plan, task, attribute) join "
            + VISIBLE_PLAN.formatted("p.id = r.plan", "$5")
            + " cross join lateral (select count(*) as tasks, (array_agg(x.id))[1] as id from customer_task x"
            + " where x.org_id = p.org_id and x.plan_id = p.id and x.name = r.task and x.archived_at is null) t"
            + " left join lateral (select x.id from telemetry_attribute x where x.org_id = p.org_id and x.task_id = t.id"
            + " and t.tasks = 1 and x.name = r.attribute order by x.is_active desc, x.id desc limit 1) a on true";

    static final String VALUE =
            "v.id, v.attribute_id, v.value::text, v.source, v.batch_id, v.notes, v.observed_at," + " v.received_at";

    private static final String SEEN = "select " + VALUE + ", null::text"
            + " from unnest($1::uuid[], $2::timestamptz[]) as w(attribute, at)"
            + " join telemetry_value v on v.attribute_id = w.attribute and v.observed_at = w.at";

    private static final String KEYED = "select " + VALUE + ", k.dedupe_key"
            + " from unnest($1::uuid[], $2::text[]) as w(attribute, key)"
            + " join telemetry_dedupe_key k on k.attribute_id = w.attribute and k.dedupe_key = w.key"
            + " join telemetry_value v on v.attribute_id = k.attribute_id and v.observed_at = k.observed_at"
            + " and v.id = k.value_id";

    private static final String COUNTED =
            "select f.plan_id from telemetry_full_file f where f.plan_id = any ($1) and f.batch_id = $2";

    private static final String INSERT = """
            insert into telemetry_value (org_id, id, attribute_id, value, source, batch_id, notes, observed_at, received_at,
              recorded_by)
            select $1, n.id, n.attribute, n.value::jsonb, n.source, n.batch, n.notes, n.observed, n.received, $2
            from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::text[], $9::timestamptz[],
              $10::timestamptz[]) as n(id, attribute, value, source, batch, notes, observed, received)""";

    private static final String INSERT_KEYS = """
            insert into telemetry_dedupe_key (org_id, attribute_id, dedupe_key, value_id, observed_at)
            select $1, n.attribute, n.key, n.id, n.observed
            from unnest($2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[]) as n(attribute, key, id, observed)""";

    private static final String COUNT = """
            insert into telemetry_full_file (org_id, plan_id, batch_id, received_at)
            select $1, n.plan, $2, $3 from unnest($4::uuid[]) as n(plan)""";

    /** An address and its place in the list. */
    private record Row<A>(int number, A address) {}

    @Override
    public Uni<List<Place>> locate(List<ValueAddress> addresses) {
        var unit = Units.sql();
        var removed = unit.work().sight().seesRemoved();
        var found = new ArrayList<Uni<List<Place>>>();
        var byId = rows(addresses, ValueAddress.OfAttribute.class);
        if (!byId.isEmpty()) {
            found.add(places(unit.rows(
                    OF_ATTRIBUTES,
                    numbers(byId),
                    Columns.ids(byId, row -> row.address().attribute().value()),
                    removed)));
        }
        var byOriginal = rows(addresses, ValueAddress.OfOriginal.class);
        if (!byOriginal.isEmpty()) {
            found.add(places(unit.rows(
                    OF_ORIGINALS,
                    numbers(byOriginal),
                    Columns.ids(byOriginal, row -> row.address().plan().value()),
                    Columns.ids(byOriginal, row -> row.address().original().value()),
                    removed)));
        }
        var byName = rows(addresses, ValueAddress.OfNames.class);
        if (!byName.isEmpty()) {
            found.add(places(unit.rows(
                    OF_NAMES,
                    numbers(byName),
                    Columns.ids(byName, row -> row.address().plan().value()),
                    Columns.texts(byName, row -> row.address().task()),
                    Columns.texts(byName, row -> row.address().attribute()),
                    removed)));
        }
        return joined(found);
    }

    private static <A extends ValueAddress> List<Row<A>> rows(List<ValueAddress> addresses, Class<A> sort) {
        return IntStream.range(0, addresses.size())
                .filter(number -> sort.isInstance(addresses.get(number)))
                .mapToObj(number -> new Row<>(number, sort.cast(addresses.get(number))))
                .toList();
    }

    private static <A> Integer[] numbers(List<Row<A>> rows) {
        return rows.stream().map(Row::number).toArray(Integer[]::new);
    }

    private static Uni<List<Place>> places(Uni<List<Line>> rows) {
        return rows.map(lines -> lines.stream()
                .map(line -> new Place(
                        line.count(),
                        new PlanId(line.uuid()),
                        line.count(),
                        line.maybeUuid().map(TaskId::new),
                        line.maybeUuid().map(TelemetryAttributeId::new)))
                .toList());
    }

    @Override
    public Uni<List<TelemetryValue>> known(List<Wanted> wanted) {
        var unit = Units.sql();
        var found = new ArrayList<Uni<List<TelemetryValue>>>();
        var seen = wanted.stream()
                .filter(value -> value.reported().observedAt().isPresent())
                .toList();
        if (!seen.isEmpty()) {
            found.add(values(unit.rows(
                    SEEN,
                    Columns.ids(seen, value -> value.attribute().value()),
                    Columns.maybeTimes(seen, value -> value.reported().observedAt()))));
        }
        var keyed = wanted.stream()
                .filter(value -> value.reported().dedupeKey().isPresent())
                .toList();
        if (!keyed.isEmpty()) {
            found.add(values(unit.rows(
                    KEYED,
                    Columns.ids(keyed, value -> value.attribute().value()),
                    Columns.maybeTexts(keyed, value -> value.reported().dedupeKey()))));
        }
        return joined(found);
    }

    private static Uni<List<TelemetryValue>> values(Uni<List<Line>> rows) {
        return rows.map(lines -> lines.stream().map(SqlTelemetryValues::value).toList());
    }

    static TelemetryValue value(Line line) {
        return new TelemetryValue(
                new TelemetryValueId(line.uuid()),
                new TelemetryAttributeId(line.uuid()),
                Json.value(line.text()),
                line.text(),
                line.maybeUuid(),
                line.maybeText(),
                line.instant(),
                line.instant(),
                line.maybeText());
    }

    /** What was asked for at once, as one list. */
    private static <T> Uni<List<T>> joined(List<Uni<List<T>>> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(asked)
                .andFailFast()
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    @Override
    public Uni<Set<PlanId>> countedFor(UUID batch, Collection<PlanId> plans) {
        return Units.sql()
                .rows(COUNTED, Columns.ids(plans, PlanId::value), batch)
                .map(lines ->
                        lines.stream().map(line -> new PlanId(line.uuid())).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> add(List<TelemetryValue> values) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (values.isEmpty()) {
                return;
            }
            var unit = Units.sql();
            unit.later(
                    INSERT,
                    org(unit),
                    unit.work().caller().actor().name(),
                    Columns.ids(values, value -> value.id().value()),
                    Columns.ids(values, value -> value.attribute().value()),
                    Columns.texts(values, value -> Json.write(value.value().content())),
                    Columns.texts(values, TelemetryValue::source),
                    Columns.maybeIds(values, TelemetryValue::batch),
                    Columns.maybeTexts(values, TelemetryValue::notes),
                    Columns.maybeTimes(values, value -> Optional.of(value.observedAt())),
                    Columns.maybeTimes(values, value -> Optional.of(value.receivedAt())));
            var keyed = values.stream()
                    .filter(value -> value.dedupeKey().isPresent())
                    .toList();
            if (!keyed.isEmpty()) {
                unit.later(
                        INSERT_KEYS,
                        org(unit),
                        Columns.ids(keyed, value -> value.attribute().value()),
                        Columns.maybeTexts(keyed, TelemetryValue::dedupeKey),
                        Columns.ids(keyed, value -> value.id().value()),
                        Columns.maybeTimes(keyed, value -> Optional.of(value.observedAt())));
            }
        });
    }

    @Override
    public Uni<Void> count(UUID batch, Collection<PlanId> plans, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (!plans.isEmpty()) {
                var unit = Units.sql();
                unit.later(COUNT, org(unit), batch, Columns.time(now), Columns.ids(plans, PlanId::value));
            }
        });
    }

    private static String org(SqlUnit unit) {
        return unit.work().sight().org().value();
    }
}
