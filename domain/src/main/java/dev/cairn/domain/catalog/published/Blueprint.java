package dev.cairn.domain.catalog.published;

import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product at one version, whole, or a solution with what is its own: what a plan is copied from.
 *
 * @param product the product or the solution
 * @param name its name
 * @param version the version of the catalogue that this is, from 1
 * @param outcomes the ids of all its outcomes
 * @param releases the ids of all its releases
 * @param tasks its tasks by sequence
 */
public record Blueprint(
        OfferingId product,
        String name,
        long version,
        Set<OutcomeId> outcomes,
        Set<ReleaseId> releases,
        List<Task> tasks) {
    public Blueprint {
        outcomes = Set.copyOf(outcomes);
        releases = Set.copyOf(releases);
        tasks = List.copyOf(tasks);
    }

    /** The product that it is of. A solution's own is of none: to ask for it is a fault of the program. */
    public ProductId ofProduct() {
        if (product instanceof ProductId id) {
            return id;
        }
        throw new IllegalStateException("what is a solution's own is of no product");
    }

    /**
     * A task with everything it refers to by name, so that a copy needs the catalogue no more.
     *
     * @param estMinutes estimated effort in minutes, from 0
     * @param weight its share of the product
     * @param sequenceNumber its place in the product, from 1
     * @param howToDoc http or https addresses of texts
     * @param howToVideo http or https addresses of videos
     */
    public record Task(
            ProductTaskId id,
            String name,
            Optional<String> description,
            int estMinutes,
            Weight weight,
            int sequenceNumber,
            Optional<Priority> priority,
            List<String> howToDoc,
            List<String> howToVideo,
            Optional<String> notes,
            LicenseLevel licenseLevel,
            List<Outcome> outcomes,
            List<Release> releases,
            List<Tag> tags,
            List<Telemetry> telemetry) {
        public Task {
            howToDoc = List.copyOf(howToDoc);
            howToVideo = List.copyOf(howToVideo);
            outcomes = List.copyOf(outcomes);
            releases = List.copyOf(releases);
            tags = List.copyOf(tags);
            telemetry = List.copyOf(telemetry);
        }
    }

    /** An outcome by id and name. */
    public record Outcome(OutcomeId id, String name) {}

    /** A release by id, name and its place among the releases. */
    public record Release(ReleaseId id, String name, BigDecimal level) {}

    /** A tag by name, with its colour as {@code #rrggbb}. */
    public record Tag(String name, Optional<String> color) {}

    /**
     * A telemetry definition.
     *
     * @param order its place among the task's definitions; ties go by name
     * @param successCriteria when the task counts as done by this value; absent only while inactive
     */
    public record Telemetry(
            TelemetryDefinitionId id,
            String name,
            Optional<String> description,
            DataType dataType,
            boolean required,
            Optional<Criterion> successCriteria,
            int order,
            boolean active) {}
}
