package dev.cairn.adapters.persistence.customer;

import dev.cairn.application.adoption.published.CustomerProgress;
import dev.cairn.domain.shared.CustomerId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;

@Singleton
class NoPlansYet implements CustomerProgress {
    @Override
    public Uni<BigDecimal> percentageOf(CustomerId customer) {
        return Uni.createFrom().item(BigDecimal.ZERO.setScale(2));
    }
}
