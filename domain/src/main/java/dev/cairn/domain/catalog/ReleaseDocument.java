package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ReleaseId;
import java.math.BigDecimal;
import java.util.Optional;

/** What a document says of a release. */
public record ReleaseDocument(Optional<PartKey> key, String name, ReleaseLevel level)
        implements PartDocument<ReleaseId, Release> {
    /** A release as somebody wrote it, unchecked. */
    public record Draft(Optional<String> key, Optional<String> name, Optional<BigDecimal> level) {}

    /** Checks a draft; fails with VALIDATION_ERROR and every fault of it. */
    public static ReleaseDocument of(Draft draft) {
        var faults = new Faults();
        var checked = checked(draft, new Fields(faults, ""));
        faults.orThrow();
        return checked;
    }

    static ReleaseDocument checked(Draft draft, Fields fields) {
        var level = fields.value("/level", fields.required("/level", draft.level()), ReleaseLevel::new);
        return new ReleaseDocument(
                fields.key(draft.key()),
                fields.name(draft.name()),
                level.orElseGet(() -> new ReleaseLevel(BigDecimal.ZERO)));
    }

    static ReleaseDocument of(Release release) {
        return new ReleaseDocument(Optional.of(release.key()), release.name(), release.level());
    }

    @Override
    public Release part(ReleaseId id, PartKey partKey, Optional<Release> base) {
        return new Release(id, partKey, name, level);
    }
}
