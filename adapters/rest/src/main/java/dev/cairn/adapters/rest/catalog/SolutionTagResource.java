package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.SolutionId;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tags of a solution over HTTP. */
@Path("/api/v1/solutions/{id}/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Solution tags", description = "Words that the own tasks of a solution are sorted and shown by.")
public class SolutionTagResource extends TagRoutes {
    SolutionTagResource(PartRequests parts) {
        super(parts);
    }

    @Override
    OfferingId offering(String path) {
        return new SolutionId(PathIds.uuid(path));
    }
}
