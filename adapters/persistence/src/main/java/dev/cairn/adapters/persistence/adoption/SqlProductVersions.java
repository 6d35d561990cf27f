package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlProductVersions implements ProductVersions {
    @Override
    public Uni<Long> current(ProductId product) {
        var unit = Units.sql();
        return unit.<Long>takeAhead(ProductVersions.class, product)
                .orElseGet(() -> unit.rows("select v.version from product v where v.id = $1", product.value())
                        .map(rows -> rows.stream().findFirst().map(Line::whole)))
                .map(found -> found.orElseThrow(
                        () -> new DomainException(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product.")));
    }
}
