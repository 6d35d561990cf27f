package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Products for tests: {@code aProduct().with(aSource()).build()} is a valid one. */
public final class Products {
    private OfferingId id = new ProductId(AdoptionFixtures.id());
    private String name = "Secure Edge";
    private long version = 1;
    private final Set<OutcomeId> outcomes = new LinkedHashSet<>();
    private final Set<ReleaseId> releases = new LinkedHashSet<>();
    private final List<Blueprint.Task> tasks = new ArrayList<>();

    private Products() {}

    public static Products aProduct() {
        return new Products();
    }

    public Products identified(OfferingId product) {
        id = product;
        return this;
    }

    public Products named(String text) {
        name = text;
        return this;
    }

    public Products at(long catalogueVersion) {
        version = catalogueVersion;
        return this;
    }

    public Products having(Blueprint.Outcome... more) {
        List.of(more).forEach(outcome -> outcomes.add(outcome.id()));
        return this;
    }

    public Products having(Blueprint.Release... more) {
        List.of(more).forEach(release -> releases.add(release.id()));
        return this;
    }

    /** One more task, and with it the outcomes and releases it has. */
    public Products with(SourceTasks source) {
        var task = source.at(tasks.size() + 1).build();
        tasks.add(task);
        task.outcomes().forEach(outcome -> outcomes.add(outcome.id()));
        task.releases().forEach(release -> releases.add(release.id()));
        return this;
    }

    /** So many generic tasks of one weight. */
    public Products with(int count, String weight) {
        for (int i = 0; i < count; i++) {
            with(SourceTasks.aSource().named("Task " + (tasks.size() + 1)).weighing(weight));
        }
        return this;
    }

    public Blueprint build() {
        return new Blueprint(id, name, version, outcomes, releases, tasks);
    }
}
