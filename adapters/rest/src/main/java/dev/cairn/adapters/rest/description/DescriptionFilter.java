package dev.cairn.adapters.rest.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/**
 * Makes the published description of what the annotations say and of what follows from it, and fails the build where
 * something is missing. Whoever adds to the description in a filter of their own comes before this one.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = DescriptionFilter.LAST)
public class DescriptionFilter implements OASFilter {
    /** Filters of a higher priority come first. */
    static final int LAST = -1_000;

    private final Refusals refusals;
    private final Paging paging;
    private final Conditions conditions;

    public DescriptionFilter(IndexView index) {
        refusals = new Refusals(index);
        paging = new Paging(index);
        conditions = new Conditions(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        var document = new Document(openApi);
        Twins.tell(document);
        conditions.describe(document);
        Shapes.simplify(document);
        paging.describe(document);
        refusals.describe(document, conditions);
        Headers.describe(document);
        Bounds.derive(document);
        Examples.compose(document);
        Completeness.demand(document, refusals, conditions);
        if (PublishedDescription.isServed()) {
            // The platform would read all of it again at every start.
            openApi.paths(OASFactory.createPaths())
                    .components(null)
                    .tags(null)
                    .security(null)
                    .servers(null);
        }
    }
}
