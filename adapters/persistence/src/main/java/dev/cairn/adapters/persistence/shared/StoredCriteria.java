package dev.cairn.adapters.persistence.shared;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cairn.domain.telemetry.published.Criterion;

/**
 * Criteria of success as they are stored. Many attributes share few criteria, and a batch reads thousands of them: what
 * was read is kept by its text, up to some megabytes of it.
 */
public final class StoredCriteria {
    /** Characters of stored texts; what is read of them takes some ten times as many bytes. */
    private static final long MAX_KEPT = 2_000_000;

    private static final LoadingCache<String, Criterion> READ = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .weigher((String text, Criterion criterion) -> text.length())
            .build(text -> Criterion.stored(Json.object(text)));

    private StoredCriteria() {}

    /** The criterion of a {@code jsonb} column's text. What today's rules refuse is read all the same. */
    public static Criterion read(String text) {
        return READ.get(text);
    }
}
