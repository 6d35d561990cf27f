package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.adoption.SolutionAdoptionPlan.Part;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.ProductId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plans of solutions' products as they are stored, beside the catalogue as it is. */
final class SolutionParts {
    /** The plans of the products of solutions, by the ids of their assignments, in the order of each solution. */
    static final String OF_SOLUTIONS = "select s.id as solution, " + PlanRow.PRODUCT_VERSION + " as product_version, "
            + PlanRow.COLUMNS + "\n" + """
             from solution_assignment s
             join product_assignment a on a.org_id = s.org_id and a.solution_assignment_id = s.id
             join adoption_plan p on p.org_id = a.org_id and p.assignment_id = a.id
             left join solution_product m
               on m.org_id = s.org_id and m.solution_id = s.solution_id and m.product_id = a.product_id
             where s.id = any ($1) order by s.id, m.position nulls last, a.id""";

    /** Whether products came into the solution or left it since: of an assignment named s. */
    static final String REGROUPED = """
            (exists (select 1 from solution_product m
               join product r on r.org_id = m.org_id and r.id = m.product_id and r.archived_at is null
              where m.org_id = s.org_id and m.solution_id = s.solution_id and not exists (
                select 1 from product_assignment a where a.org_id = s.org_id
                  and a.solution_assignment_id = s.id and a.product_id = m.product_id))
             or exists (select 1 from product_assignment a
              where a.org_id = s.org_id and a.solution_assignment_id = s.id and not exists (
                select 1 from solution_product m where m.org_id = s.org_id
                  and m.solution_id = s.solution_id and m.product_id = a.product_id)))""";

    private SolutionParts() {}

    /** A line of {@link #OF_SOLUTIONS}. */
    record Found(AssignmentId solution, Part part) {}

    static Found read(Line line) {
        var solution = new AssignmentId(line.uuid());
        var version = line.whole();
        var plan = PlanRow.read(line);
        return new Found(solution, Part.of(plan, new ProductId(plan.product().value()), plan.needsSync(version)));
    }

    static Map<AssignmentId, List<Part>> bySolution(List<Found> found) {
        return found.stream()
                .collect(Collectors.groupingBy(Found::solution, Collectors.mapping(Found::part, Collectors.toList())));
    }
}
