package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.FoldedText;
import java.util.Optional;

/**
 * What a product says of itself, apart from its parts.
 *
 * @param name 1 to 255 characters, unique in the organisation ignoring case
 * @param description at most 5,000 characters
 * @param externalId the caller's own key, 1 to 255 characters, unique in the organisation
 */
public record ProductDetails(String name, Optional<String> description, Optional<String> externalId) {
    /** The details as somebody wrote them, unchecked. Pointers of faults are the names of these parts. */
    public record Draft(Optional<String> name, Optional<String> description, Optional<String> externalId) {}

    /** Checks a draft as a whole; fails with VALIDATION_ERROR and every fault of it. */
    public static ProductDetails of(Draft draft) {
        var faults = new Faults();
        var checked = checked(draft, new Fields(faults, ""));
        faults.orThrow();
        return checked;
    }

    static ProductDetails checked(Draft draft, Fields fields) {
        return new ProductDetails(
                fields.name(draft.name()),
                fields.text("/description", draft.description(), Limits.LONG_TEXT),
                fields.word("/externalId", draft.externalId(), Limits.NAME));
    }

    /** The name as it is compared and sorted: case does not matter. */
    public FoldedText folded() {
        return FoldedText.of(name);
    }

    /** These details; where they say nothing, the older ones hold. */
    ProductDetails over(ProductDetails older) {
        return new ProductDetails(name, description.or(older::description), externalId.or(older::externalId));
    }
}
