package dev.cairn.adapters.rest.catalog;

import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.SolutionId;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Outcomes of a solution over HTTP. */
@Path("/api/v1/solutions/{id}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Solution outcomes", description = "What customers want to reach with a solution.")
public class SolutionOutcomeResource extends OutcomeRoutes {
    SolutionOutcomeResource(PartRequests parts) {
        super(parts);
    }

    @Override
    OfferingId offering(String path) {
        return new SolutionId(PathIds.uuid(path));
    }
}
