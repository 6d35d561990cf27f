package dev.cairn.bootstrap.offender.domain.sales;

import io.smallrye.mutiny.Uni;

/** A domain that knows a framework. */
public class ReactiveQuote {
    Uni<Integer> total() {
        return Uni.createFrom().item(7);
    }
}
