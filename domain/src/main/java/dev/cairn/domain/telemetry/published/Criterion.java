package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.time.Instant;

/**
 * When a telemetry value counts as success: a question with three answers, met, unmet and error. Two criteria are equal
 * when their normalised notations are.
 */
public sealed interface Criterion permits Judged {
    /** How deep criteria may be nested: a leaf is 1, {@code not} counts. */
    int MAX_DEPTH = 8;

    /** The most criteria that stand directly in a composite. */
    int MAX_MEMBERS = 20;

    /** The most criteria in all, those that hold others included. */
    int MAX_PARTS = 500;

    /** The most values of {@code in}. */
    int MAX_VALUES = 100;

    /** The longest text that is compared with, and the longest path, in characters. */
    int MAX_TEXT = 1_000;

    /** The longest regular expression, in characters. */
    int MAX_REGEX = 200;

    /** The longest description, in characters. */
    int MAX_DESCRIPTION = 500;

    /** The most days of {@code within_days}: a hundred years. */
    int MAX_DAYS = 36_525;

    /**
     * Reads a criterion, in the own notation or in one of those that are accepted beside it.
     *
     * @throws DomainException INVALID_CRITERIA with every fault, its pointer relative to the criterion
     */
    static Criterion parse(JsonObject written) {
        return CriterionReader.read(written);
    }

    /**
     * Reads a criterion that was kept. One that today's rules refuse is an error to every value and keeps its notation,
     * so that whoever reads it does not fail over it.
     */
    static Criterion stored(JsonObject kept) {
        try {
            return parse(kept);
        } catch (DomainException refused) {
            return new Unreadable(kept);
        }
    }

    /** The normalised notation: the own one, without what is so by default. Parsed again, it is this criterion. */
    JsonObject toJson();

    /** What it asks for, in few words. */
    Requirement requirement();

    /** What the value says of it at an instant, with a reason at every node. Never throws, and takes bounded time. */
    Evaluation evaluate(JsonValue value, Instant now);
}
