package dev.cairn.adapters.persistence.catalog;

import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.catalog.published.Definitions;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class SqlDefinitions implements Definitions {
    private static final String FIND = """
            select t.id is not null, d.id is not null from product p
              left join product_task t on t.org_id = p.org_id and t.product_id = p.id and t.id = $2
              left join telemetry_definition d on d.org_id = t.org_id and d.task_id = t.id and d.id = $3
             where p.id = $1 and p.kind = 'PRODUCT' and p.archived_at is null""";

    @Override
    public Uni<Void> require(ProductId product, ProductTaskId task, TelemetryDefinitionId definition) {
        return Units.current()
                .rows(FIND, product.value(), task.value(), definition.value())
                .invoke(found -> {
                    var line = found.stream()
                            .findFirst()
                            .orElseThrow(() -> missing(ErrorCode.PRODUCT_NOT_FOUND, "There is no such product."));
                    if (!line.flag()) {
                        throw missing(ErrorCode.TASK_NOT_FOUND, "The product has no such task.");
                    }
                    if (!line.flag()) {
                        throw missing(
                                ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, "The task has no such telemetry definition.");
                    }
                })
                .replaceWithVoid();
    }

    private static DomainException missing(ErrorCode code, String detail) {
        return new DomainException(code, detail);
    }
}
