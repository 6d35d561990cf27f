package dev.cairn.bootstrap.offender.application.sales.view;

import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;

/** A view whose readers can leave their scope at home. */
public interface QuoteViews {
    Uni<String> get(CustomerId customer, ReadScope scope);
}
