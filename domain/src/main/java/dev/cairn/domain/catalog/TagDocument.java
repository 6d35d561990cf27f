package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.TagId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a document says of a tag.
 *
 * @param order 0 when nobody says
 */
public record TagDocument(Optional<PartKey> key, String name, Optional<String> color, Optional<Integer> order)
        implements PartDocument<TagId, ProductTag> {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** A tag as somebody wrote it, unchecked. */
    public record Draft(Optional<String> key, Optional<String> name, Optional<String> color, Optional<Integer> order) {}

    /** Checks a draft; fails with VALIDATION_ERROR and every fault of it. */
    public static TagDocument of(Draft draft) {
        var faults = new Faults();
        var checked = checked(draft, new Fields(faults, ""));
        faults.orThrow();
        return checked;
    }

    static TagDocument checked(Draft draft, Fields fields) {
        return new TagDocument(
                fields.key(draft.key()),
                fields.name(draft.name()),
                fields.value("/color", draft.color(), TagDocument::color),
                fields.number("/order", draft.order(), 0, Limits.ORDER));
    }

    static TagDocument of(ProductTag tag) {
        return new TagDocument(Optional.of(tag.key()), tag.name(), tag.color(), Optional.of(tag.order()));
    }

    private static String color(String written) {
        if (!COLOR.matcher(written).matches()) {
            throw DomainException.invalid(Fault.Code.FORMAT, "a colour such as #1f6feb");
        }
        return written;
    }

    @Override
    public ProductTag part(TagId id, PartKey partKey, Optional<ProductTag> base) {
        return new ProductTag(
                id,
                partKey,
                name,
                color.or(() -> base.flatMap(ProductTag::color)),
                order.or(() -> base.map(ProductTag::order)).orElse(0));
    }
}
