package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Units;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
class SqlProductVersions implements ProductVersions {
    private static final String REGROUPED =
            "select " + SolutionParts.REGROUPED + " from solution_assignment s where s.id = $1";

    private static final String CURRENT = "select v.version from product v where v.id = $1 and v.kind = $2";

    @Override
    public Uni<Beside> beside(AssignmentId solution) {
        var unit = Units.sql();
        var regrouped = unit.rows(REGROUPED, solution.value());
        var parts = unit.rows(SolutionParts.OF_SOLUTIONS, (Object) new UUID[] {solution.value()});
        return regrouped.chain(flag -> parts.map(found -> new Beside(
                found.stream()
                        .map(SolutionParts::read)
                        .map(SolutionParts.Found::part)
                        .toList(),
                flag.get(0).flag())));
    }

    @Override
    public Uni<Long> current(OfferingId offering) {
        var unit = Units.sql();
        return unit.<Long>takeAhead(ProductVersions.class, offering)
                .orElseGet(() -> unit.rows(
                                CURRENT, offering.value(), offering.kind().name())
                        .map(rows -> rows.stream().findFirst().map(Line::whole)))
                .map(found -> found.orElseThrow(() -> new DomainException(
                        offering.kind().missing(),
                        "There is no such " + offering.kind().noun() + ".")));
    }
}
