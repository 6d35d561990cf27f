package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Releases of a product over HTTP. */
@Path("/api/v1/products/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "The releases of a product.")
public class ReleaseResource extends ReleaseRoutes {
    ReleaseResource(PartRequests parts) {
        super(parts);
    }

    @Override
    OfferingId offering(String path) {
        return new ProductId(PathIds.uuid(path));
    }
}
