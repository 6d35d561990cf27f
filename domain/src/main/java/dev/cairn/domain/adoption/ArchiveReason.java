package dev.cairn.domain.adoption;

/** Why a task is no longer part of its plan. */
public enum ArchiveReason {
    /** It asks for a higher license level than the customer has. */
    LICENSE,
    /** It has none of the selected outcomes. */
    OUTCOME,
    /** It has none of the selected releases. */
    RELEASE,
    /** Its source is no longer in the catalogue. */
    SOURCE_DELETED
}
