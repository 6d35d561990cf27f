package dev.cairn.application.adoption.rollout;

import dev.cairn.domain.shared.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a job of this kind keeps of the wish that it was made of. The plans are chosen already; the filter is for the audit. */
final class RollOutParameters {
    private static final String DRY_RUN = "dryRun";

    private RollOutParameters() {}

    static JsonObject of(RollOutProduct.Command command) {
        var filter = command.filter();
        var members = new LinkedHashMap<String, Object>(
                Map.of("productId", command.product().value().toString(), DRY_RUN, command.dryRun()));
        filter.customers()
                .ifPresent(customers -> members.put(
                        "customerIds",
                        customers.stream().map(id -> id.value().toString()).toList()));
        filter.level().ifPresent(level -> members.put("licenseLevel", level.name()));
        filter.tag().ifPresent(tag -> members.put("tag", tag.value()));
        return new JsonObject(members);
    }

    static boolean isDryRun(JsonObject parameters) {
        return Boolean.TRUE.equals(parameters.members().get(DRY_RUN));
    }
}
