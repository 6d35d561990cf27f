package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.SolutionId;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Releases of a solution over HTTP. */
@Path("/api/v1/solutions/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Solution releases", description = "The releases of a solution.")
public class SolutionReleaseResource extends ReleaseRoutes {
    SolutionReleaseResource(PartRequests parts) {
        super(parts);
    }

    @Override
    OfferingId offering(String path) {
        return new SolutionId(PathIds.uuid(path));
    }
}
