package dev.cairn.adapters.persistence.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Unit;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Two statements in one flight: the product's row is held against changes, then its parts are read. Many products, as a
 * solution holds them, take no more: their rows are held in the order of their ids, then all their parts are read.
 *
 * <p>The blueprint of a product that was read lately is remembered: its parts are read again when its row has become
 * another version. The row is always asked for, so nobody gets what is not his or is no longer so.
 */
@Singleton
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMW", "com.github.benmanes.caffeine.cache.PSMW"})
class SqlBlueprints implements Blueprints {
    private static final String ROOT =
            "select " + ProductRow.COLUMNS + " from product r where r.id = $1 and r.kind = $2";

    private static final String ROOTS =
            "select " + ProductRow.COLUMNS + " from product r where r.id = any ($1) order by r.id for share";

    private final Cache<OfferingId, Remembered> known;

    SqlBlueprints(@ConfigProperty(name = "cairn.catalog.remembered-tasks") int tasks) {
        known = Caffeine.newBuilder()
                .maximumWeight(tasks)
                .weigher((OfferingId id, Remembered it) ->
                        1 + it.blueprint().tasks().size())
                .executor(Runnable::run)
                .build();
    }

    /**
     * A blueprint as of a change.
     *
     * @param changedAt when that was; where a backup was played back, a version may have come twice
     */
    private record Remembered(Blueprint blueprint, Instant changedAt) {
        boolean isOf(ProductRow row) {
            return blueprint.version() == row.version() && changedAt.equals(row.updatedAt());
        }
    }

    @Override
    public Uni<Blueprint> get(ProductId product) {
        return load(product, ROOT + " and r.archived_at is null for share");
    }

    @Override
    public Uni<Blueprint> ofAssigned(OfferingId product) {
        return load(product, ROOT + " for share");
    }

    private Uni<Blueprint> load(OfferingId id, String sql) {
        var unit = Units.current();
        var remembered = Optional.ofNullable(known.getIfPresent(id));
        if (remembered.isEmpty()) {
            return state(unit, id, sql).map(this::blueprint);
        }
        return root(unit, id, sql)
                .chain(row -> remembered
                        .filter(it -> it.isOf(row))
                        .map(it -> Uni.createFrom().item(it.blueprint()))
                        .orElseGet(() -> parts(unit, id).map(row::with).map(this::blueprint)));
    }

    private Blueprint blueprint(Offering.Snapshot state) {
        var blueprint = PanacheOfferings.restore(state).blueprint();
        known.put(state.id(), new Remembered(blueprint, state.updatedAt()));
        return blueprint;
    }

    private static Uni<Offering.Snapshot> state(Unit unit, OfferingId id, String sql) {
        var root = root(unit, id, sql);
        var parts = parts(unit, id);
        return root.chain(row -> parts.map(row::with));
    }

    private static Uni<ProductRow> root(Unit unit, OfferingId id, String sql) {
        return unit.rows(sql, id.value(), id.kind().name())
                .map(found -> found.stream()
                        .findFirst()
                        .map(ProductRow::read)
                        .orElseThrow(() -> PanacheOfferings.missing(id)));
    }

    private static Uni<ProductParts> parts(Unit unit, OfferingId id) {
        return ProductParts.read(part -> unit.rows(part, id.value()));
    }

    @Override
    public Uni<SolutionBlueprint> get(SolutionId solution) {
        return load(solution, ROOT + " and r.archived_at is null for share", List.of());
    }

    @Override
    public Uni<SolutionBlueprint> ofAssigned(SolutionId solution, Collection<ProductId> assigned) {
        return load(solution, ROOT + " for share", assigned);
    }

    private static Uni<SolutionBlueprint> load(SolutionId solution, String sql, Collection<ProductId> assigned) {
        var unit = Units.current();
        return state(unit, solution, sql).chain(state -> {
            var wanted = new LinkedHashSet<>(state.products());
            wanted.addAll(assigned);
            return products(unit, wanted).map(found -> blueprint(state, found));
        });
    }

    private static SolutionBlueprint blueprint(Offering.Snapshot solution, Map<ProductId, Offering.Snapshot> found) {
        var sources = new HashMap<ProductId, Blueprint>();
        found.forEach((id, product) ->
                sources.put(id, PanacheOfferings.restore(product).blueprint()));
        return new SolutionBlueprint(
                PanacheOfferings.restore(solution).blueprint(),
                solution.products(),
                solution.products().stream()
                        .flatMap(id -> Stream.ofNullable(found.get(id)))
                        .filter(product -> product.archivedAt().isEmpty())
                        .map(product -> sources.get((ProductId) product.id()))
                        .toList(),
                sources);
    }

    private static Uni<Map<ProductId, Offering.Snapshot>> products(Unit unit, Set<ProductId> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var ids = Columns.ids(wanted, ProductId::value);
        var roots = unit.rows(ROOTS, (Object) ids);
        var parts = ProductParts.readAll(sql -> unit.rows(sql, (Object) ids));
        return roots.chain(rows -> parts.map(byProduct -> rows.stream()
                .map(ProductRow::read)
                .map(row -> row.with(byProduct.of(row.id())))
                .collect(Collectors.toMap(product -> (ProductId) product.id(), Function.identity()))));
    }
}
