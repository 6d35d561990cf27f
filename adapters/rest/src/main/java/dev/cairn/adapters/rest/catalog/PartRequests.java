package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.ListJson;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.catalog.AddProductPart;
import dev.cairn.application.catalog.RemoveProductPart;
import dev.cairn.application.catalog.ReplaceProductPart;
import dev.cairn.application.catalog.view.PartView;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Facet;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.PartDocument;
import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** What is done with outcomes, releases and tags, whosever they are: the routes say where and in which words, this does it. */
@Singleton
class PartRequests {
    private final Exchange exchange;
    private final ProductViews views;
    private final AddProductPart addPart;
    private final ReplaceProductPart replacePart;
    private final RemoveProductPart removePart;

    PartRequests(
            Exchange exchange,
            ProductViews views,
            AddProductPart addPart,
            ReplaceProductPart replacePart,
            RemoveProductPart removePart) {
        this.exchange = exchange;
        this.views = views;
        this.addPart = addPart;
        this.replacePart = replacePart;
        this.removePart = removePart;
    }

    /**
     * A sort of part on its way between client and domain.
     *
     * @param path where they are below their product or solution
     * @param id makes the id of what a path says
     * @param document reads what a body says; refuses with all its faults
     */
    record Sort<I, P extends Part<I>, J extends Tagged>(
            String path,
            Facet<I, P> facet,
            Function<UUID, I> id,
            Function<Body, PartDocument<I, P>> document,
            Function<PartView<?>, J> json,
            Function<J, UUID> idOf) {
        private I part(String path) {
            return id.apply(PathIds.uuid(path));
        }
    }

    <I, P extends Part<I>, J extends Tagged> Uni<RestResponse<J>> add(
            Sort<I, P, J> sort, OfferingId offering, Body body) {
        return addPart.handle(
                exchange.envelope(added -> {
                    var json = sort.json().apply(added);
                    return Answers.created(
                            home(offering) + "/" + sort.path() + "/"
                                    + sort.idOf().apply(json),
                            json);
                }),
                () -> new AddProductPart.Command<>(
                        offering, sort.facet(), sort.document().apply(body)));
    }

    <I, P extends Part<I>, J extends Tagged> Uni<ListJson<J>> list(
            Sort<I, P, J> sort, OfferingId offering, UriInfo uri) {
        var scope = exchange.scope(Permission.CATALOG_READ);
        var query = Query.of(uri);
        var page = query.page(PartPages.Order.class);
        query.noMore();
        return views.get(scope, offering)
                .map(found -> ListJson.of(
                        PartPages.of(sort.facet().of(found.product()), page),
                        part -> sort.json().apply(found.show(part))));
    }

    <I, P extends Part<I>, J extends Tagged> Uni<J> get(Sort<I, P, J> sort, OfferingId offering, String id) {
        return views.get(exchange.scope(Permission.CATALOG_READ), offering)
                .map(found -> sort.json().apply(found.show(sort.facet().of(found.product(), sort.part(id)))));
    }

    <I, P extends Part<I>, J extends Tagged> Uni<RestResponse<J>> replace(
            Sort<I, P, J> sort, OfferingId offering, String id, Body body) {
        return replacePart.handle(
                exchange.envelope(replaced -> Answers.ok(sort.json().apply(replaced))),
                () -> new ReplaceProductPart.Command<>(
                        offering, sort.facet(), sort.part(id), sort.document().apply(body)));
    }

    <I, P extends Part<I>> Uni<RestResponse<Void>> remove(Sort<I, P, ?> sort, OfferingId offering, String id) {
        return removePart.handle(
                exchange.envelope(removed -> Answers.gone()),
                () -> new RemoveProductPart.Command<>(offering, sort.facet(), sort.part(id)));
    }

    private static String home(OfferingId offering) {
        return "/api/v1/" + offering.kind().noun() + "s/" + offering.value();
    }
}
