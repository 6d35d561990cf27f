package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.domain.catalog.OutcomeDocument;
import dev.cairn.domain.catalog.ProductDetails;
import dev.cairn.domain.catalog.ProductDocument;
import dev.cairn.domain.catalog.ReleaseDocument;
import dev.cairn.domain.catalog.SolutionDetails;
import dev.cairn.domain.catalog.TagDocument;
import dev.cairn.domain.catalog.TaskDocument;
import dev.cairn.domain.catalog.TelemetryDocument;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.telemetry.published.DataType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads products and their parts as people write them. Every method fails with VALIDATION_ERROR and every fault. */
public final class ProductDocuments {
    private static final String PRODUCTS = "productIds";

    private ProductDocuments() {}

    /** A product as one document. */
    public static ProductDocument product(Body body) {
        return read(body, ProductDocuments::productDraft, ProductDocument::of);
    }

    /** A solution as one document. */
    public static ProductDocument solution(Body body) {
        return read(body, ProductDocuments::solutionDraft, ProductDocument::of);
    }

    static SolutionDetails solutionDetails(Body body) {
        return read(body, ProductDocuments::onlySolutionDetails, SolutionDetails::of);
    }

    static UnaryOperator<SolutionDetails> solutionDetails(Body patch, MergePatch patches) {
        return patches.of(
                patch,
                ProductDocuments::onlySolutionDetails,
                SolutionResource.Details::of,
                ProductDocuments::solutionDetails);
    }

    static List<ProductId> productOrder(Body body) {
        return read(body, ProductDocuments::productOrderDraft, Function.identity());
    }

    static ProductDetails details(Body body) {
        return read(body, ProductDocuments::onlyDetails, ProductDetails::of);
    }

    static UnaryOperator<ProductDetails> details(Body patch, MergePatch patches) {
        return patches.of(patch, ProductDocuments::onlyDetails, ProductResource.Details::of, ProductDocuments::details);
    }

    static UnaryOperator<TaskDocument> task(Body patch, MergePatch patches) {
        return patches.of(patch, ProductDocuments::taskDraft, ProductDocumentJson.TaskJson::of, ProductDocuments::task);
    }

    static TaskDocument task(Body body) {
        return read(body, ProductDocuments::taskDraft, TaskDocument::of);
    }

    static OutcomeDocument outcome(Body body) {
        return read(body, ProductDocuments::outcomeDraft, OutcomeDocument::of);
    }

    static ReleaseDocument release(Body body) {
        return read(body, ProductDocuments::releaseDraft, ReleaseDocument::of);
    }

    static TagDocument tag(Body body) {
        return read(body, ProductDocuments::tagDraft, TagDocument::of);
    }

    static List<ProductTaskId> order(Body body) {
        return read(body, ProductDocuments::orderDraft, Function.identity());
    }

    private static <D, T> T read(Body body, Function<JsonFields, D> write, Function<D, T> check) {
        var faults = new Faults();
        var draft = write.apply(JsonFields.of(body, faults));
        var checked = faults.at("", () -> check.apply(draft));
        faults.orThrow();
        return checked.orElseThrow();
    }

    private static ProductDocument.Draft productDraft(JsonFields fields) {
        return documentDraft(fields, Optional.empty());
    }

    private static ProductDocument.Draft solutionDraft(JsonFields fields) {
        return documentDraft(fields, fields.has(PRODUCTS) ? Optional.of(products(fields)) : Optional.empty());
    }

    private static ProductDocument.Draft documentDraft(JsonFields fields, Optional<List<ProductId>> products) {
        var draft = new ProductDocument.Draft(
                detailsDraft(fields),
                drafts(fields, "outcomes", ProductDocuments::outcomeDraft),
                drafts(fields, "releases", ProductDocuments::releaseDraft),
                drafts(fields, "tags", ProductDocuments::tagDraft),
                drafts(fields, "tasks", ProductDocuments::taskDraft),
                products);
        fields.noMore();
        return draft;
    }

    private static SolutionDetails.Draft onlySolutionDetails(JsonFields fields) {
        var draft = new SolutionDetails.Draft(detailsDraft(fields), products(fields));
        fields.noMore();
        return draft;
    }

    private static List<ProductId> productOrderDraft(JsonFields fields) {
        var order = products(fields.required(PRODUCTS));
        fields.noMore();
        return order;
    }

    private static List<ProductId> products(JsonFields fields) {
        return fields.ids(PRODUCTS).stream().map(ProductId::new).toList();
    }

    private static <D> List<D> drafts(JsonFields fields, String name, Function<JsonFields, D> draft) {
        return fields.objects(name).stream().map(draft).toList();
    }

    private static ProductDetails.Draft onlyDetails(JsonFields fields) {
        var draft = detailsDraft(fields);
        fields.noMore();
        return draft;
    }

    private static ProductDetails.Draft detailsDraft(JsonFields fields) {
        return new ProductDetails.Draft(fields.text("name"), fields.text("description"), fields.text("externalId"));
    }

    private static OutcomeDocument.Draft outcomeDraft(JsonFields fields) {
        var draft = new OutcomeDocument.Draft(fields.text("key"), fields.text("name"));
        fields.noMore();
        return draft;
    }

    private static ReleaseDocument.Draft releaseDraft(JsonFields fields) {
        var draft = new ReleaseDocument.Draft(fields.text("key"), fields.text("name"), fields.decimal("level"));
        fields.noMore();
        return draft;
    }

    private static TagDocument.Draft tagDraft(JsonFields fields) {
        var draft = new TagDocument.Draft(
                fields.text("key"), fields.text("name"), fields.text("color"), fields.whole("order"));
        fields.noMore();
        return draft;
    }

    private static TaskDocument.Draft taskDraft(JsonFields fields) {
        var draft = new TaskDocument.Draft(
                fields.text("key"),
                fields.text("name"),
                fields.text("description"),
                fields.whole("estMinutes"),
                fields.decimal("weight"),
                fields.whole("sequenceNumber"),
                fields.constant("priority", Priority.class),
                fields.constant("licenseLevel", LicenseLevel.class),
                fields.maybeTexts("outcomes"),
                fields.maybeTexts("releases"),
                fields.maybeTexts("tags"),
                fields.maybeTexts("howToDoc"),
                fields.maybeTexts("howToVideo"),
                fields.text("notes"),
                drafts(fields, "telemetry", ProductDocuments::telemetryDraft));
        fields.noMore();
        return draft;
    }

    private static TelemetryDocument.Draft telemetryDraft(JsonFields fields) {
        var draft = new TelemetryDocument.Draft(
                fields.text("key"),
                fields.text("name"),
                fields.text("description"),
                fields.constant("dataType", DataType.class),
                fields.flag("isRequired"),
                fields.anyObject("successCriteria"),
                fields.whole("order"),
                fields.flag("isActive"));
        fields.noMore();
        return draft;
    }

    private static List<ProductTaskId> orderDraft(JsonFields fields) {
        var order = fields.required("taskIds").ids("taskIds").stream()
                .map(ProductTaskId::new)
                .toList();
        fields.noMore();
        return order;
    }
}
