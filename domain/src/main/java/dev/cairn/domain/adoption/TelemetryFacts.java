package dev.cairn.domain.adoption;

import java.util.List;
import java.util.function.Predicate;

/**
 * What telemetry knows of a task, counted over its active attributes: all that a decision about its status needs.
 *
 * @param total how many active attributes there are
 * @param required how many of them are required
 * @param met how many are met
 * @param metRequired how many of the required ones are met
 * @param known how many ever had a value
 * @param fresh how many have a latest value that still speaks
 * @param metFresh how many are met by a value that still speaks
 * @param metFreshRequired how many of the required ones are
 */
public record TelemetryFacts(
        int total, int required, int met, int metRequired, int known, int fresh, int metFresh, int metFreshRequired) {
    /** The facts as they were when the attributes were last looked at. */
    public static TelemetryFacts of(List<TelemetryAttribute> attributes) {
        var active = attributes.stream().filter(TelemetryAttribute::active).toList();
        var required = active.stream().filter(TelemetryAttribute::required).toList();
        Predicate<TelemetryAttribute> met = attribute -> attribute.reading().met();
        Predicate<TelemetryAttribute> fresh = attribute -> attribute.reading().fresh();
        return new TelemetryFacts(
                active.size(),
                required.size(),
                count(active, met),
                count(required, met),
                count(active, attribute -> attribute.reading().latest().isPresent()),
                count(active, fresh),
                count(active, met.and(fresh)),
                count(required, met.and(fresh)));
    }

    private static int count(List<TelemetryAttribute> attributes, Predicate<TelemetryAttribute> which) {
        return (int) attributes.stream().filter(which).count();
    }

    /** Whether everything that must be met is met by values that still speak: the required ones, or all when none is. */
    boolean allMetAndFresh() {
        return total > 0 && (required > 0 ? metFreshRequired == required : metFresh == total);
    }

    /** The same in the numbers that are shown. */
    public TelemetryProgress progress() {
        return new TelemetryProgress(total, required, met, metRequired);
    }
}
