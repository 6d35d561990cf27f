package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.application.adoption.AssignProduct;
import dev.cairn.application.adoption.ChangeAssignment;
import dev.cairn.application.adoption.ChangeTaskStatus;
import dev.cairn.application.adoption.ChangeTaskStatuses;
import dev.cairn.application.adoption.RestoreAssignment;
import dev.cairn.application.adoption.SaveFilterPreference;
import dev.cairn.application.adoption.rollout.RollOutProduct;
import dev.cairn.application.adoption.solution.AssignSolution;
import dev.cairn.application.adoption.solution.ChangeSolutionAssignment;
import dev.cairn.application.adoption.solution.SolutionSyncs;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.ProductOverride;
import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.TaskFilter;
import dev.cairn.domain.adoption.TaskSelection;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ReleaseId;
import dev.cairn.domain.shared.SolutionId;
import dev.cairn.domain.shared.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send about assignments and tasks: the published shapes, and how commands are made of them. */
final class AdoptionBodies {
    private static final String LEVEL = "licenseLevel";
    private static final String OUTCOMES = "selectedOutcomeIds";
    private static final String RELEASES = "selectedReleaseIds";
    private static final String OVERRIDES = "products";
    private static final String STATUS = "status";

    private AdoptionBodies() {}

    /** The published shape of an assignment to be. */
    @Schema(name = "NewAssignment", description = "Which product a customer gets, and how much of it.", examples = """
            {"productId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01", "licenseLevel": "ADVANTAGE", "selectedOutcomeIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01"], "selectedReleaseIds": [], "name": "Default"}""")
    record NewAssignment(
            @Schema(required = true, description = "Which product.")
            UUID productId,

            @Schema(
                    ref = "LicenseLevel",
                    description = "What was bought; it holds all lower levels.",
                    defaultValue = "ESSENTIAL")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "Outcomes of the product that are wanted; none means all, those added later too.",
                    maxItems = Limits.PARTS)
            List<UUID> selectedOutcomeIds,

            @Schema(
                    description = "Releases of the product that are wanted; none means all, those added later too.",
                    maxItems = Limits.PARTS)
            List<UUID> selectedReleaseIds,

            @Schema(
                    description = "What tells it from another assignment of the same product.",
                    minLength = 1,
                    maxLength = AssignmentName.MAX,
                    defaultValue = "Default")
            Optional<String> name,

            @Schema(
                    description =
                            "When it was bought; absent means now, and with `restore=true` that it stays what it was.",
                    format = "date-time")
            Optional<String> purchasedAt) {}

    /** The published shape of a change of an assignment. */
    @Schema(
            name = "AssignmentPatch",
            description =
                    "What of an assignment changes; what is left out stays. The plan follows when it is synchronised.",
            examples = """
            {"licenseLevel": "SIGNATURE", "selectedOutcomeIds": null}""")
    record AssignmentPatch(
            @Schema(ref = "LicenseLevel", description = "What is bought from now on.")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "Outcomes that are wanted instead; null or an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedOutcomeIds,

            @Schema(
                    description = "Releases that are wanted instead; null or an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedReleaseIds) {}

    /** The published shape of an assignment of a solution to be. */
    @Schema(
            name = "NewSolutionAssignment",
            description = "Which solution a customer gets with all its products, and how much of them.",
            examples = """
            {"solutionId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d02", "licenseLevel": "ADVANTAGE", "name": "Head office", "selectedOutcomeIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8f01"], "products": [{"productId": "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01", "licenseLevel": "SIGNATURE"}]}""")
    record NewSolutionAssignment(
            @Schema(required = true, description = "Which solution.")
            UUID solutionId,

            @Schema(
                    ref = "LicenseLevel",
                    description = "What was bought, of the solution and of each product; it holds all lower levels.",
                    defaultValue = "ESSENTIAL")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description =
                            "Outcomes of the solution or its products that are wanted; each takes those that are its own, and where that is none, all.",
                    maxItems = Limits.PARTS)
            List<UUID> selectedOutcomeIds,

            @Schema(
                    description =
                            "Releases of the solution or its products that are wanted; each takes those that are its own, and where that is none, all.",
                    maxItems = Limits.PARTS)
            List<UUID> selectedReleaseIds,

            @Schema(
                    description =
                            "What tells it from another assignment of the same solution; absent: the solution's name.",
                    minLength = 1,
                    maxLength = AssignmentName.MAX)
            Optional<String> name,

            @Schema(description = "What some of its products are given instead, each once.", maxItems = Limits.PRODUCTS)
            List<SolutionAssignmentJson.OverrideJson> products,

            @Schema(description = "When it was bought; absent means now.", format = "date-time")
            Optional<String> purchasedAt) {}

    /** The published shape of a change of an assignment of a solution. */
    @Schema(
            name = "SolutionAssignmentPatch",
            description =
                    "What of an assignment changes, and so of its products; what is left out stays. The plans follow when they are synchronised.",
            examples = """
            {"licenseLevel": "SIGNATURE", "selectedOutcomeIds": null, "products": null}""")
    record SolutionAssignmentPatch(
            @Schema(ref = "LicenseLevel", description = "What is bought from now on.")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "Outcomes that are wanted instead; null or an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedOutcomeIds,

            @Schema(
                    description = "Releases that are wanted instead; null or an empty list means all.",
                    maxItems = Limits.PARTS)
            Optional<List<UUID>> selectedReleaseIds,

            @Schema(
                    description =
                            "What some of its products are given instead, each once, in place of what they were given so far; null or an empty list: nothing.",
                    maxItems = Limits.PRODUCTS)
            Optional<List<SolutionAssignmentJson.OverrideJson>> products) {}

    /** The published shape of a change of status. */
    @Schema(name = "StatusChange", description = "How far a task is.", examples = """
            {"status": "IN_PROGRESS", "notes": "Kick-off held"}""")
    record StatusChange(
            @Schema(required = true, description = "Any may follow any other.")
            TaskStatus status,

            @Schema(
                    description = "What is said about it; without, the note that is there is cleared.",
                    maxLength = StatusNote.MAX)
            Optional<String> notes) {}

    /** The published shape of a change of many statuses. */
    @Schema(name = "StatusesChange", description = "The same status for many tasks of one plan.", examples = """
            {"taskIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e9a01", "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a02"], "status": "DONE", "notes": "Done in the workshop"}""")
    record StatusesChange(
            @Schema(
                    required = true,
                    description = "Which tasks, each once.",
                    minItems = 1,
                    maxItems = TaskSelection.MAX)
            List<UUID> taskIds,

            @Schema(required = true, description = "Any may follow any other.")
            TaskStatus status,

            @Schema(
                    description = "What is said about each; without, the notes that are there are cleared.",
                    maxLength = StatusNote.MAX)
            Optional<String> notes) {}

    /** The published shape of a synchronisation. */
    @Schema(name = "PlanSync", description = "How a plan is to be synchronised.", examples = """
            {"previewToken": "lJ5jDqmNqC0yQ0a1m4cPfS7yI1oE2mYb0m3Yt1bWc0g"}""")
    record PlanSync(
            @Schema(
                    description = "Of the preview that is to be applied and nothing else; absent: whatever differs.",
                    maxLength = PreviewToken.MAX)
            Optional<String> previewToken) {}

    /** The published shape of a filter to be kept. */
    @Schema(
            name = "FilterSaving",
            description = "How the caller wants to look at the tasks of a plan; what is left out does not narrow.",
            examples = """
            {"status": "NOT_STARTED", "tag": "Network"}""")
    record FilterSaving(
            @Schema(ref = "TaskStatus", description = "Only in this status.")
            Optional<TaskStatus> status,

            @Schema(description = "Only with this outcome itself; whether it is there is not looked at.")
            Optional<UUID> outcomeId,

            @Schema(description = "Only with this release itself; whether it is there is not looked at.")
            Optional<UUID> releaseId,

            @Schema(
                    description = "Only with a tag of exactly this name.",
                    minLength = 1,
                    maxLength = TaskFilter.MAX_TAG)
            Optional<String> tag,

            @Schema(
                    description = "Those that a synchronisation archived, instead of those that are part of the plan.",
                    defaultValue = "false")
            Optional<Boolean> archived) {}

    static SaveFilterPreference.Command saveFilter(Actor reader, PlanId plan, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var status = fields.constant(STATUS, TaskStatus.class);
        var outcome = fields.key("outcomeId").map(OutcomeId::new);
        var release = fields.key("releaseId").map(ReleaseId::new);
        var tag = fields.text("tag");
        var archived = fields.flag("archived").orElse(false);
        fields.noMore();
        var filter = faults.at("", () -> new TaskFilter(status, outcome, release, tag, archived));
        faults.orThrow();
        return new SaveFilterPreference.Command(reader, plan, filter.orElseThrow());
    }

    static SyncPlan.Command sync(PlanId plan, Body body) {
        return new SyncPlan.Command(plan, previewToken(body));
    }

    static SolutionSyncs.Command syncSolution(PlanId plan, Body body) {
        return new SolutionSyncs.Command(plan, previewToken(body));
    }

    private static Optional<PreviewToken> previewToken(Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var token = fields.text("previewToken");
        if (token.filter(text -> text.length() > PreviewToken.MAX).isPresent()) {
            faults.add("/previewToken", Fault.Code.LENGTH, "at most " + PreviewToken.MAX + " characters");
        }
        fields.noMore();
        faults.orThrow();
        return token.map(PreviewToken::new);
    }

    static AssignSolution.Command assignSolution(CustomerId customer, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("solutionId");
        var solution = fields.id("solutionId").map(SolutionId::new);
        var level = fields.constant(LEVEL, LicenseLevel.class).orElse(LicenseLevel.ESSENTIAL);
        var outcomes = ids(fields, OUTCOMES, OutcomeId::new);
        var releases = ids(fields, RELEASES, ReleaseId::new);
        var name = fields.text("name").flatMap(text -> faults.at("/name", () -> new AssignmentName(text)));
        var overrides = overrides(fields, faults);
        var purchasedAt = fields.instant("purchasedAt");
        fields.noMore();
        var entitlement = faults.at("", () -> Entitlement.of(level, outcomes, releases));
        faults.orThrow();
        return new AssignSolution.Command(
                customer, solution.orElseThrow(), name, entitlement.orElseThrow(), overrides, purchasedAt);
    }

    /** A merge patch: null takes a selection or all overrides away, and is refused where something has to be. */
    static ChangeSolutionAssignment.Command changeSolution(CustomerId customer, AssignmentId assignment, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var change = change(fields, faults);
        var overrides = fields.has(OVERRIDES)
                ? Optional.of(overrides(fields, faults))
                : Optional.<List<ProductOverride>>empty();
        fields.noMore();
        faults.orThrow();
        return new ChangeSolutionAssignment.Command(customer, assignment, change.orElseThrow(), overrides);
    }

    private static List<ProductOverride> overrides(JsonFields fields, Faults faults) {
        var overrides = new ArrayList<ProductOverride>();
        var entries = fields.objects(OVERRIDES);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i).required("productId");
            var product = entry.id("productId").map(ProductId::new);
            var level = entry.constant(LEVEL, LicenseLevel.class);
            var outcomes = changed(entry, OUTCOMES, OutcomeId::new);
            var releases = changed(entry, RELEASES, ReleaseId::new);
            entry.noMore();
            var instead = faults.at("/" + OVERRIDES + "/" + i, () -> EntitlementChange.of(level, outcomes, releases));
            product.ifPresent(id -> instead.ifPresent(change -> overrides.add(new ProductOverride(id, change))));
        }
        if (entries.size() > Limits.PRODUCTS) {
            faults.add("/" + OVERRIDES, Fault.Code.LENGTH, "at most " + Limits.PRODUCTS);
        }
        return faults.at("", () -> ProductOverride.eachOnce(overrides)).orElse(List.of());
    }

    /** The published shape of a roll-out. */
    @Schema(
            name = "RollOut",
            description = "Which plans of a product shall follow it. Filters add up; without any, all of them.",
            examples = """
            {"customerIds": ["01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01"], "licenseLevel": "ADVANTAGE", "tag": "emea", "dryRun": true}""")
    record RollOut(
            @Schema(
                    description = "Only plans of these customers, each once.",
                    minItems = 1,
                    maxItems = RollOutFilter.MAX_CUSTOMERS)
            Optional<List<UUID>> customerIds,

            @Schema(
                    ref = "LicenseLevel",
                    description = "Only where exactly this level was bought, whether the plan knows it yet or not.")
            Optional<LicenseLevel> licenseLevel,

            @Schema(
                    description = "Only plans of customers with this tag, ignoring case.",
                    minLength = 1,
                    maxLength = RollOutFilter.MAX_TAG)
            Optional<String> tag,

            @Schema(description = "Only says what would change, and changes nothing.", defaultValue = "false")
            Optional<Boolean> dryRun) {}

    static RollOutProduct.Command rollOut(ProductId product, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var customers = fields.maybeTexts("customerIds")
                .map(ids -> ids.stream().map(PathIds::uuid).map(CustomerId::new).toList());
        var level = fields.constant(LEVEL, LicenseLevel.class);
        var tag = fields.text("tag");
        var dryRun = fields.flag("dryRun").orElse(false);
        fields.noMore();
        var filter = faults.isEmpty()
                ? faults.at("", () -> RollOutFilter.of(customers, level, tag))
                : Optional.<RollOutFilter>empty();
        faults.orThrow();
        return new RollOutProduct.Command(product, filter.orElseThrow(), dryRun);
    }

    static AssignProduct.Command assign(CustomerId customer, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("productId");
        var product = fields.id("productId").map(ProductId::new);
        var level = fields.constant(LEVEL, LicenseLevel.class).orElse(LicenseLevel.ESSENTIAL);
        var outcomes = ids(fields, OUTCOMES, OutcomeId::new);
        var releases = ids(fields, RELEASES, ReleaseId::new);
        var name = fields.text("name").flatMap(text -> faults.at("/name", () -> new AssignmentName(text)));
        var purchasedAt = fields.instant("purchasedAt");
        fields.noMore();
        var entitlement = faults.at("", () -> Entitlement.of(level, outcomes, releases));
        faults.orThrow();
        return new AssignProduct.Command(
                customer,
                product.orElseThrow(),
                name.orElse(AssignmentName.DEFAULT),
                entitlement.orElseThrow(),
                purchasedAt);
    }

    /** The same body, of what the customer had before. */
    static RestoreAssignment.Command restore(CustomerId customer, Body body) {
        var wanted = assign(customer, body);
        return new RestoreAssignment.Command(
                wanted.customer(), wanted.product(), wanted.name(), wanted.entitlement(), wanted.purchasedAt());
    }

    /** A merge patch: null takes a selection away, and is refused where something has to be. */
    static ChangeAssignment.Command change(CustomerId customer, AssignmentId assignment, boolean sync, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var change = change(fields, faults);
        fields.noMore();
        faults.orThrow();
        return new ChangeAssignment.Command(customer, assignment, change.orElseThrow(), sync);
    }

    private static Optional<EntitlementChange> change(JsonFields fields, Faults faults) {
        if (fields.has(LEVEL)) {
            fields.required(LEVEL);
        }
        var level = fields.constant(LEVEL, LicenseLevel.class);
        var outcomes = changed(fields, OUTCOMES, OutcomeId::new);
        var releases = changed(fields, RELEASES, ReleaseId::new);
        return faults.at("", () -> EntitlementChange.of(level, outcomes, releases));
    }

    static ChangeTaskStatus.Command changeStatus(TaskId task, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required(STATUS);
        var status = fields.constant(STATUS, TaskStatus.class);
        var note = lastNote(fields, faults);
        return new ChangeTaskStatus.Command(task, status.orElseThrow(), note);
    }

    static ChangeTaskStatuses.Command changeStatuses(PlanId plan, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("taskIds").required(STATUS);
        var ids = ids(fields, "taskIds", TaskId::new);
        var tasks = faults.at("", () -> TaskSelection.of(ids));
        var status = fields.constant(STATUS, TaskStatus.class);
        var note = lastNote(fields, faults);
        return new ChangeTaskStatuses.Command(plan, tasks.orElseThrow(), status.orElseThrow(), note);
    }

    private static <I> Optional<List<I>> changed(JsonFields fields, String name, Function<UUID, I> of) {
        return fields.has(name) ? Optional.of(ids(fields, name, of)) : Optional.empty();
    }

    private static <I> List<I> ids(JsonFields fields, String name, Function<UUID, I> of) {
        return fields.ids(name).stream().map(of).toList();
    }

    /** The note ends every body that has one. */
    private static Optional<StatusNote> lastNote(JsonFields fields, Faults faults) {
        var note = fields.text("notes")
                .flatMap(text -> faults.at("/notes", () -> StatusNote.of(text)))
                .flatMap(Function.identity());
        fields.noMore();
        faults.orThrow();
        return note;
    }
}
