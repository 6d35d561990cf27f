package dev.cairn.application.shared;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kept answers in a map; nothing in it runs at once, so nobody waits. */
public final class InMemoryKeptAnswers implements KeptAnswers {
    private final Map<List<String>, Kept> kept = new HashMap<>();

    private Optional<OrgId> here = Optional.empty();

    /** Says in which organisation purging happens from now on. */
    public void enter(OrgId org) {
        here = Optional.of(org);
    }

    private record Kept(String fingerprint, KeptAnswer answer, Instant at) {}

    private static List<String> place(Caller caller, RetryKey key) {
        return List.of(caller.actor().org().value(), caller.actor().name(), key.key());
    }

    @Override
    public Uni<Optional<KeptAnswer>> find(Caller caller, RetryKey key, Instant notBefore) {
        return Uni.createFrom()
                .item(() -> Optional.ofNullable(kept.get(place(caller, key)))
                        .filter(found -> !found.at().isBefore(notBefore))
                        .map(found -> {
                            if (!found.fingerprint().equals(key.fingerprint())) {
                                throw new DomainException(ErrorCode.IDEMPOTENCY_KEY_REUSED, "another request");
                            }
                            return found.answer();
                        }));
    }

    @Override
    public Uni<Void> keep(Caller caller, RetryKey key, KeptAnswer answer, Instant now) {
        return Uni.createFrom()
                .item(() -> kept.put(place(caller, key), new Kept(key.fingerprint(), answer, now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<OrgId>> organisationsWithSome(Instant before) {
        return Uni.createFrom()
                .item(() -> kept.entrySet().stream()
                        .filter(entry -> entry.getValue().at().isBefore(before))
                        .map(entry -> new OrgId(entry.getKey().get(0)))
                        .distinct()
                        .toList());
    }

    @Override
    public Uni<Integer> purge(Instant before, int most) {
        return Uni.createFrom().item(() -> {
            var old = kept.entrySet().stream()
                    .filter(entry -> here.isEmpty()
                            || entry.getKey().get(0).equals(here.get().value()))
                    .filter(entry -> entry.getValue().at().isBefore(before))
                    .map(Map.Entry::getKey)
                    .limit(most)
                    .toList();
            old.forEach(kept::remove);
            return old.size();
        });
    }

    /** How many there are. */
    public int size() {
        return kept.size();
    }
}
