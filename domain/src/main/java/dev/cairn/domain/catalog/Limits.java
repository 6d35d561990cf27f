package dev.cairn.domain.catalog;

/** How much a product or a solution can hold. */
public final class Limits {
    /** Tasks of a product; of a solution's own likewise. */
    public static final int TASKS = 1_000;

    /** Outcomes of a product; releases and tags likewise. */
    public static final int PARTS = 200;

    /** Products of a solution. */
    public static final int PRODUCTS = 50;

    /** Telemetry definitions of a task. */
    public static final int TELEMETRY = 50;

    /** Addresses in each of a task's two lists. */
    public static final int LINKS = 50;

    /** The highest place that can be given to a tag or a telemetry definition. */
    public static final int ORDER = 1_000_000;

    /** The most effort of one task, in minutes. */
    public static final int EST_MINUTES = 1_000_000;

    /** Characters of a description or of notes. */
    public static final int LONG_TEXT = 5_000;

    /** Characters of a name, and of somebody else's key. */
    public static final int NAME = 255;

    private Limits() {}
}
