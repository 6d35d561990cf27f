package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.ErrorCode;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;

/**
 * What parts of one kind have in common.
 *
 * @param noun what one of them is called in a sentence
 * @param typed makes the kind's id
 * @param nameTaken what to say when two of them would have one name
 * @param order how they are listed
 */
record PartKind<I, P extends Part<I>>(String noun, Function<UUID, I> typed, ErrorCode nameTaken, Comparator<P> order) {}
