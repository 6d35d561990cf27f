package dev.cairn.application.shared;

import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The answers of committed work, by the caller and its own key, in the organisation at hand. */
public interface KeptAnswers {
    /**
     * The answer that was kept for the request not before the given time. Whoever asks holds the key until the unit of
     * work ends: another one who asks for the same key waits, a moment at most. Fails with IDEMPOTENCY_KEY_IN_USE when
     * that moment is over, IDEMPOTENCY_KEY_REUSED when what is kept answered another request.
     */
    Uni<Optional<KeptAnswer>> find(Caller caller, RetryKey key, Instant notBefore);

    /** Keeps an answer with the work that it tells of. */
    Uni<Void> keep(Caller caller, RetryKey key, KeptAnswer answer, Instant now);

    /** The organisations that have answers from before the given time; asked outside of any of them. */
    Uni<List<OrgId>> organisationsWithSome(Instant before);

    /** Lets answers from before the given time go, the oldest first; how many went. */
    Uni<Integer> purge(Instant before, int most);
}
