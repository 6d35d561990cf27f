package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.adoption.TaskSelection;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.shared.OrgId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much, how deep and how often, as clients see it. */
@Schema(name = "Limits", description = "How much this service takes at once, and how often.")
record LimitsJson(
        @Schema(required = true, description = "Pages of lists.")
        PageJson page,

        @Schema(required = true, description = "What stands before the body of a request.")
        HeadJson head,

        @Schema(required = true, description = "Bodies of requests.")
        BodyJson body,

        @Schema(required = true, description = "How many one request may change at once.")
        BatchJson batch,

        @Schema(required = true, description = "How many members lists of a resource may have.")
        ListsJson lists,

        @Schema(required = true, description = "How often the organisation of the token may ask.")
        RateJson rate)
        implements Tagged {
    /** Pages of lists. */
    @Schema(name = "PageLimits", description = "Pages of lists.")
    record PageJson(
            @Schema(
                    required = true,
                    description = "How many a page holds when no limit is given, where the list says nothing else.",
                    minimum = "1",
                    examples = "50")
            int usual,

            @Schema(required = true, description = "How many a page holds at most.", minimum = "1", examples = "200")
            int max) {}

    /** What stands before a body. */
    @Schema(name = "HeadLimits", description = "What stands before the body of a request.")
    record HeadJson(
            @Schema(
                    required = true,
                    description = "Bytes of a path, as it stands on the wire.",
                    minimum = "1",
                    examples = "4096")
            int pathBytes,

            @Schema(
                    required = true,
                    description = "Bytes of a query, as it stands on the wire.",
                    minimum = "1",
                    examples = "8192")
            int queryBytes,

            @Schema(
                    required = true,
                    description = "Bytes of all names and values of headers together.",
                    minimum = "1",
                    examples = "16384")
            int headerBytes) {}

    /** Bodies. */
    @Schema(name = "BodyLimits", description = "Bodies of requests.")
    record BodyJson(
            @Schema(required = true, description = "Bytes of a body.", minimum = "1", examples = "1048576")
            int bytes,

            @Schema(
                    required = true,
                    description = "Bytes of a body where whole documents are taken.",
                    minimum = "1",
                    examples = "10485760")
            int documentBytes,

            @Schema(
                    required = true,
                    description = "How many levels deep a body may be.",
                    minimum = "1",
                    examples = "32")
            int levels,

            @Schema(required = true, description = "Members of any list in a body.", minimum = "1", examples = "10000")
            int listMembers,

            @Schema(
                    required = true,
                    description = "In how many seconds the last byte has to arrive; then the connection is closed.",
                    minimum = "1",
                    examples = "30")
            long seconds) {}

    /** Changes of many at once. */
    @Schema(name = "BatchLimits", description = "How many one request may change at once.")
    record BatchJson(
            @Schema(
                    required = true,
                    description = "Tasks of a plan whose status is changed.",
                    minimum = "1",
                    examples = "1000")
            int taskStatuses,

            @Schema(
                    required = true,
                    description = "Telemetry values, in a batch as in a sheet.",
                    minimum = "1",
                    examples = "10000")
            int telemetryValues,

            @Schema(
                    required = true,
                    description = "Customers that a roll-out names; without any, all are meant.",
                    minimum = "1",
                    examples = "1000")
            int rollOutCustomers) {}

    /** Lists inside resources. */
    @Schema(name = "ListLimits", description = "How many members lists of a resource may have.")
    record ListsJson(
            @Schema(required = true, description = "Tags of a customer.", minimum = "1", examples = "50")
            int customerTags,

            @Schema(required = true, description = "Tasks of a product.", minimum = "1", examples = "1000")
            int productTasks,

            @Schema(
                    required = true,
                    description = "Outcomes of a product; releases and tags likewise.",
                    minimum = "1",
                    examples = "200")
            int productParts,

            @Schema(required = true, description = "Telemetry definitions of a task.", minimum = "1", examples = "50")
            int taskTelemetry,

            @Schema(
                    required = true,
                    description = "Addresses in each of a task's two lists.",
                    minimum = "1",
                    examples = "50")
            int taskLinks,

            @Schema(required = true, description = "Products of a solution.", minimum = "1", examples = "50")
            int solutionProducts) {}

    /** How often. */
    @Schema(name = "RateLimits", description = "How often the organisation of the token may ask.")
    record RateJson(
            @Schema(
                    required = true,
                    description = "Whether requests are counted at all. Each replica counts for itself.",
                    examples = "true")
            boolean enabled,

            @Schema(required = true, description = "For each client of the organisation.")
            QuotaJson client,

            @Schema(required = true, description = "For all clients of the organisation together.")
            QuotaJson organisation) {}

    /** A number of requests in a time. */
    @Schema(name = "Quota", description = "A number of requests in a time.")
    record QuotaJson(
            @Schema(required = true, description = "How many requests.", minimum = "1", examples = "6000")
            int requests,

            @Schema(
                    required = true,
                    description = "In how many seconds all of them come back, evenly.",
                    minimum = "1",
                    examples = "60")
            long seconds) {
        static QuotaJson of(RateLimitSettings.Quota quota) {
            return new QuotaJson(quota.capacity(), RateLimitFilter.seconds(quota.per()));
        }
    }

    /** They have no version: the tag says what they are. */
    @Override
    public EntityTag etag() {
        return EntityTag.of(0, this);
    }

    static LimitsJson of(OrgId org, RateLimit rate, SlowBody slowBody) {
        return new LimitsJson(
                new PageJson(PageRequest.DEFAULT_LIMIT, PageRequest.MAX_LIMIT),
                new HeadJson(RequestHead.MAX_PATH, RequestHead.MAX_QUERY, RequestHead.MAX_HEADERS),
                new BodyJson(
                        BodyReader.MAX_BYTES,
                        BodyReader.MAX_BYTES_LARGE,
                        BodyReader.MAX_DEPTH,
                        JsonFields.MAX_LIST,
                        RateLimitFilter.seconds(slowBody.patience())),
                new BatchJson(TaskSelection.MAX, TelemetryBatch.MAX, RollOutFilter.MAX_CUSTOMERS),
                new ListsJson(
                        CustomerDetails.MAX_TAGS,
                        Limits.TASKS,
                        Limits.PARTS,
                        Limits.TELEMETRY,
                        Limits.LINKS,
                        Limits.PRODUCTS),
                new RateJson(rate.isOn(org), QuotaJson.of(rate.ofClient(org)), QuotaJson.of(rate.ofOrganisation(org))));
    }
}
