package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The parts of one kind, in their order. Keys are unique among them, and so are names, ignoring case.
 *
 * @param kind what they have in common
 * @param all the parts
 */
record Parts<I, P extends Part<I>>(PartKind<I, P> kind, List<P> all) {
    Parts {
        all = all.stream().sorted(kind.order()).toList();
    }

    Optional<P> find(I id) {
        return all.stream().filter(part -> part.id().equals(id)).findFirst();
    }

    /** Some of these parts, in order. */
    List<P> some(Set<I> ids) {
        return all.stream().filter(part -> ids.contains(part.id())).toList();
    }

    /** The keys of some of these parts, in order. */
    List<String> keys(Set<I> ids) {
        return some(ids).stream().map(part -> part.key().value()).toList();
    }

    /** These parts and one more. */
    Grown<I, P> adding(PartDocument<I, P> document, Supplier<UUID> ids) {
        PartKey.demandFree(document.key().filter(this::isTaken));
        var key = document.key().orElseGet(() -> PartKey.of(document.name(), this::isTaken));
        var part = document.part(kind.typed().apply(ids.get()), key, Optional.empty());
        return new Grown<>(with(all, part), part);
    }

    /** These parts, one of them as the document has it. */
    Grown<I, P> replacing(P present, PartDocument<I, P> document) {
        PartKey.demandSame(present.key(), document.key());
        var part = document.part(present.id(), present.key(), Optional.empty());
        return new Grown<>(with(without(present.id()).all, part), part);
    }

    /** These parts without one. */
    Parts<I, P> without(I id) {
        return new Parts<>(
                kind, all.stream().filter(part -> !part.id().equals(id)).toList());
    }

    /**
     * These parts as a document has them.
     *
     * @param prune whether what the document lacks goes; otherwise it stays
     */
    Taken<I, P> taking(List<? extends PartDocument<I, P>> document, boolean prune, Supplier<UUID> ids) {
        var matching = Matching.of(all, document);
        var taken = new ArrayList<P>();
        var known = new HashMap<String, I>();
        for (int i = 0; i < document.size(); i++) {
            var entry = document.get(i);
            var partner = matching.partners().get(i);
            var id = partner.map(Part::id).orElseGet(() -> kind.typed().apply(ids.get()));
            taken.add(entry.part(id, matching.keys().get(i), prune ? Optional.empty() : partner));
            entry.key().ifPresent(key -> known.put(key.value(), id));
        }
        var kept = prune ? List.<P>of() : matching.unmentioned();
        return new Taken<>(kind, taken, kept, known);
    }

    /** How these parts are referred to. */
    References<I, P> references() {
        return references(Map.of());
    }

    private References<I, P> references(Map<String, I> alsoKnown) {
        var byKey = new HashMap<>(alsoKnown);
        all.forEach(part -> byKey.put(part.key().value(), part.id()));
        return new References<>(this, byKey);
    }

    private Parts<I, P> with(List<P> others, P part) {
        var name = FoldedText.of(part.name());
        if (others.stream().anyMatch(other -> FoldedText.of(other.name()).equals(name))) {
            throw nameTaken(kind, part, "/name");
        }
        var more = new ArrayList<>(others);
        more.add(part);
        return new Parts<>(kind, more);
    }

    private boolean isTaken(PartKey key) {
        return all.stream().anyMatch(part -> part.key().equals(key));
    }

    private static <I, P extends Part<I>> DomainException nameTaken(PartKind<I, P> kind, P part, String pointer) {
        return new DomainException(
                kind.nameTaken(),
                "There is another " + kind.noun() + " named \"" + part.name() + "\".",
                new Fault(pointer, Fault.Code.DUPLICATE, "another " + kind.noun() + " has this name"));
    }

    /** The parts after one of them came or changed, and that one. */
    record Grown<I, P extends Part<I>>(Parts<I, P> parts, P part) {}

    /**
     * What came of a document.
     *
     * @param taken by entry of the document, its part
     * @param kept the parts that the document lacks and that stay
     * @param known the keys that the document itself uses
     */
    record Taken<I, P extends Part<I>>(PartKind<I, P> kind, List<P> taken, List<P> kept, Map<String, I> known) {
        Parts<I, P> parts() {
            var all = new ArrayList<>(taken);
            all.addAll(kept);
            return new Parts<>(kind, all);
        }

        References<I, P> references() {
            return parts().references(known);
        }

        /** What is to be said when two parts would now share a name. */
        Optional<DomainException> clash(String pointer) {
            var names = new HashSet<FoldedText>();
            kept.forEach(part -> names.add(FoldedText.of(part.name())));
            for (int i = 0; i < taken.size(); i++) {
                if (!names.add(FoldedText.of(taken.get(i).name()))) {
                    return Optional.of(nameTaken(kind, taken.get(i), pointer + "/" + i + "/name"));
                }
            }
            return Optional.empty();
        }
    }

    /** Finds a part by its key, else by its id. */
    record References<I, P extends Part<I>>(Parts<I, P> parts, Map<String, I> byKey) {
        Optional<I> find(String reference) {
            return Optional.ofNullable(byKey.get(reference)).or(() -> byId(reference));
        }

        private Optional<I> byId(String reference) {
            try {
                return parts.find(parts.kind().typed().apply(UUID.fromString(reference)))
                        .map(Part::id);
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
    }
}
