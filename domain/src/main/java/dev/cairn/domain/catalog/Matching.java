package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.FoldedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Which of the parts at hand each entry of a document speaks of: the one with its key, else the first with its name
 * that no other entry spoke of, else a new one.
 *
 * @param partners by entry, the part it speaks of; absent for a new one
 * @param keys by entry, the key that its part has from now on
 * @param unmentioned the parts that no entry speaks of, in their order
 */
record Matching<P extends Part<?>>(List<Optional<P>> partners, List<PartKey> keys, List<P> unmentioned) {
    static <P extends Part<?>> Matching<P> of(List<P> present, List<? extends Keyed> document) {
        var free = new LinkedHashMap<PartKey, P>();
        present.forEach(part -> free.put(part.key(), part));
        var partners = new ArrayList<Optional<P>>();
        document.forEach(entry -> partners.add(entry.key().map(free::remove)));

        var byName = new HashMap<FoldedText, Deque<P>>();
        free.values()
                .forEach(part -> byName.computeIfAbsent(FoldedText.of(part.name()), name -> new ArrayDeque<>())
                        .add(part));
        for (int i = 0; i < document.size(); i++) {
            if (partners.get(i).isEmpty()) {
                var named = byName.getOrDefault(FoldedText.of(document.get(i).name()), new ArrayDeque<>());
                var partner = Optional.ofNullable(named.poll());
                partner.ifPresent(found -> free.remove(found.key()));
                partners.set(i, partner);
            }
        }
        return new Matching<>(partners, keys(present, document, partners), List.copyOf(free.values()));
    }

    private static <P extends Part<?>> List<PartKey> keys(
            List<P> present, List<? extends Keyed> document, List<Optional<P>> partners) {
        var taken = new HashSet<PartKey>();
        present.forEach(part -> taken.add(part.key()));
        document.forEach(entry -> entry.key().ifPresent(taken::add));
        var keys = new ArrayList<PartKey>();
        for (int i = 0; i < document.size(); i++) {
            var entry = document.get(i);
            var key = partners.get(i)
                    .map(Part::key)
                    .or(entry::key)
                    .orElseGet(() -> PartKey.of(entry.name(), taken::contains));
            taken.add(key);
            keys.add(key);
        }
        return keys;
    }
}
