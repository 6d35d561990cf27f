package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.Weight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes tasks of what documents say, and collects what is wrong with any of them before it refuses. */
final class TaskMaker {
    private final Facets.References references;
    private final Supplier<UUID> ids;
    private final Faults faults = new Faults();
    private final List<DomainException> clashes = new ArrayList<>();
    private final List<Fault> criteria = new ArrayList<>();

    TaskMaker(Facets.References references, Supplier<UUID> ids) {
        this.references = references;
        this.ids = ids;
    }

    /**
     * The task that the document speaks of, at no place yet.
     *
     * @param pointer where the document stands
     * @param present the task as it was; absent for a new one
     * @param merge whether the task as it was holds where the document says nothing; otherwise the defaults do
     */
    ProductTask make(String pointer, TaskDocument document, PartKey key, Optional<ProductTask> present, boolean merge) {
        var base = present.filter(task -> merge);
        return new ProductTask(
                present.map(ProductTask::id).orElseGet(() -> new ProductTaskId(ids.get())),
                key,
                document.name(),
                document.description().or(() -> base.flatMap(ProductTask::description)),
                document.estMinutes()
                        .or(() -> base.map(ProductTask::estMinutes))
                        .orElse(0),
                document.weight().or(() -> base.map(ProductTask::weight)).orElse(Weight.ZERO),
                1,
                document.priority().or(() -> base.flatMap(ProductTask::priority)),
                document.howToDoc().or(() -> base.map(ProductTask::howToDoc)).orElse(List.of()),
                document.howToVideo()
                        .or(() -> base.map(ProductTask::howToVideo))
                        .orElse(List.of()),
                document.notes().or(() -> base.flatMap(ProductTask::notes)),
                document.licenseLevel()
                        .or(() -> base.map(ProductTask::licenseLevel))
                        .orElse(LicenseLevel.ESSENTIAL),
                refer(pointer + "/outcomes", document.outcomes(), references.outcomes(), base, ProductTask::outcomes),
                refer(pointer + "/releases", document.releases(), references.releases(), base, ProductTask::releases),
                refer(pointer + "/tags", document.tags(), references.tags(), base, ProductTask::tags),
                telemetry(pointer + "/telemetry", document, present, merge));
    }

    private <I, P extends Part<I>> Set<I> refer(
            String pointer,
            Optional<List<String>> written,
            Parts.References<I, P> known,
            Optional<ProductTask> base,
            Function<ProductTask, Set<I>> had) {
        if (written.isEmpty()) {
            return base.map(had).orElse(Set.of());
        }
        var ids = new HashSet<I>();
        for (int i = 0; i < written.get().size(); i++) {
            var id = known.find(written.get().get(i));
            id.ifPresent(ids::add);
            if (id.isEmpty()) {
                faults.add(
                        pointer + "/" + i,
                        Fault.Code.REFERENCE,
                        "the product has no such " + known.parts().kind().noun());
            }
        }
        return ids;
    }

    private List<TelemetryDefinition> telemetry(
            String pointer, TaskDocument document, Optional<ProductTask> present, boolean merge) {
        var parts = new Parts<>(
                ProductTask.TELEMETRY, present.map(ProductTask::telemetry).orElse(List.of()));
        var taken = parts.taking(document.telemetry(), !merge, ids);
        taken.clash(pointer).ifPresent(clashes::add);
        for (int i = 0; i < taken.taken().size(); i++) {
            var place = pointer + "/" + i;
            var written = document.telemetry().get(i).criteriaFaults();
            var found = written.isEmpty() ? taken.taken().get(i).criteriaFaults() : written;
            found.forEach(fault -> criteria.add(fault.under(place)));
        }
        var all = taken.parts().all();
        if (all.size() > Limits.TELEMETRY) {
            faults.add(pointer, Fault.Code.LENGTH, "a task has at most " + Limits.TELEMETRY);
        }
        return all;
    }

    /** Refuses when anything was wrong: faults of form before clashes, clashes before criteria. */
    void orThrow() {
        faults.orThrow();
        clashes.stream().findFirst().ifPresent(clash -> {
            throw clash;
        });
        if (!criteria.isEmpty()) {
            throw new DomainException(
                    ErrorCode.INVALID_CRITERIA, "Telemetry definitions lack valid success criteria.", criteria);
        }
    }
}
