package dev.cairn.adapters.rest.description;

import dev.cairn.domain.shared.ErrorCode;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Parts and tasks are the same for products and solutions, and stand in one class for both. What is said there of a product
 * is told of a solution in the solution's own words.
 */
final class Twins {
    private static final String OF_SOLUTIONS = "/api/v1/solutions/";

    private static final Pattern OWNER = Pattern.compile("/api/v1/(product|solution)s/\\{id}/.*");

    private Twins() {}

    /** Gives the operations of solutions that share their method with one of products their own names and words. */
    static void tell(Document document) {
        var names = new HashSet<String>();
        document.operations().stream()
                .filter(place -> !place.path().startsWith(OF_SOLUTIONS))
                .forEach(place -> names.add(place.name()));
        document.operations().forEach(Twins::nameOwner);
        document.operations().stream()
                .filter(place -> place.path().startsWith(OF_SOLUTIONS) && names.contains(place.name()))
                .forEach(Twins::tell);
    }

    /**
     * The scanner does not see the parameter of a path that stands with the class, when the method stands in a class above it:
     * that is the id of the product or the solution.
     */
    private static void nameOwner(Document.Place place) {
        var owner = OWNER.matcher(place.path());
        var isNamed = place.parameters().stream().anyMatch(parameter -> "id".equals(parameter.getName()));
        if (owner.matches() && !isNamed) {
            place.operation()
                    .addParameter(OASFactory.createParameter()
                            .name("id")
                            .in(Parameter.In.PATH)
                            .required(true)
                            .description("The " + owner.group(1) + "'s id.")
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                            .example(Bounds.ID_EXAMPLE));
        }
    }

    private static void tell(Document.Place place) {
        var operation = place.operation();
        operation.setOperationId(name(place.name()));
        operation.setSummary(ofSolution(operation.getSummary()));
        operation.setDescription(ofSolution(operation.getDescription()));
        place.parameters().forEach(parameter -> parameter.setDescription(ofSolution(parameter.getDescription())));
    }

    private static @Nullable String ofSolution(@Nullable String text) {
        return text == null ? null : text.replace("product", "solution");
    }

    /** What the operation of solutions is called that shares the method with this one of products. */
    static String name(String ofProduct) {
        return ofProduct.contains("Product")
                ? ofProduct.replace("Product", "Solution")
                : ofProduct.replaceFirst("(?=Outcome|Release)", "Solution");
    }

    /** What it refuses where the other refuses this. */
    static ErrorCode code(ErrorCode ofProduct) {
        return ofProduct == ErrorCode.PRODUCT_NOT_FOUND ? ErrorCode.SOLUTION_NOT_FOUND : ofProduct;
    }
}
