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
 * @param known how many have a value that somebody looked at
 * @param fresh how many have a latest value that still speaks
 * @param metFresh how many are met by a value that still speaks
 * @param metFreshRequired how many of the required ones are
 */
public record TelemetryFacts(
        int total, int required, int met, int metRequired, int known, int fresh, int metFresh, int metFreshRequired) {
    /** The facts as they were when the attributes were last looked at. */
    public static TelemetryFacts of(List<TelemetryAttribute> attributes) {
        var active = attributes.stream().filter(TelemetryAttribute::active).toList();
        return count(
                active,
                TelemetryAttribute::required,
                attribute -> attribute.reading().judged(),
                attribute -> attribute.reading().met(),
                attribute -> attribute.reading().fresh());
    }

    /** The facts as they are, of what the active attributes say. */
    static TelemetryFacts found(List<Finding> findings) {
        return count(
                findings,
                finding -> finding.attribute().required(),
                finding -> finding.attribute().reading().latest().isPresent(),
                Finding::met,
                Finding::fresh);
    }

    private static <T> TelemetryFacts count(
            List<T> active, Predicate<T> required, Predicate<T> known, Predicate<T> met, Predicate<T> fresh) {
        return new TelemetryFacts(
                active.size(),
                count(active, required),
                count(active, met),
                count(active, met.and(required)),
                count(active, known),
                count(active, fresh),
                count(active, met.and(fresh)),
                count(active, met.and(fresh).and(required)));
    }

    private static <T> int count(List<T> attributes, Predicate<T> which) {
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
