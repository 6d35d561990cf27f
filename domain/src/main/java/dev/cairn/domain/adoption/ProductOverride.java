package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one product of a solution is given instead of what the solution is assigned with.
 *
 * @param instead what differs; what is absent is as the solution has it
 */
public record ProductOverride(ProductId product, EntitlementChange instead) {
    /** Where they stand in what is sent. */
    static final String LIST = "/products";

    /**
     * The overrides as somebody wrote them.
     *
     * @throws DomainException VALIDATION_ERROR with DUPLICATE for every product that is there again
     */
    public static List<ProductOverride> eachOnce(List<ProductOverride> overrides) {
        var faults = new Faults();
        var seen = new HashSet<ProductId>();
        for (int i = 0; i < overrides.size(); i++) {
            if (!seen.add(overrides.get(i).product())) {
                faults.add(LIST + "/" + i + "/productId", Fault.Code.DUPLICATE, "the product is there already");
            }
        }
        faults.orThrow();
        return List.copyOf(overrides);
    }

    /** As events name it. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("productId", product.value().toString());
        instead.licenseLevel().ifPresent(level -> fields.put("licenseLevel", level.name()));
        instead.selectedOutcomes().ifPresent(ids -> fields.put("selectedOutcomeIds", outcomes(ids)));
        instead.selectedReleases().ifPresent(ids -> fields.put("selectedReleaseIds", releases(ids)));
        return fields;
    }

    private static List<String> outcomes(Set<OutcomeId> ids) {
        return ids.stream().map(id -> id.value().toString()).toList();
    }

    private static List<String> releases(Set<ReleaseId> ids) {
        return ids.stream().map(id -> id.value().toString()).toList();
    }
}
