package dev.cairn.adapters.rest.description;

import dev.cairn.domain.shared.ErrorCode;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/**
 * Parts and tasks are the same for products and solutions, and stand in one class for both. What is said there of a product
 * is told of a solution in the solution's own words.
 */
final class Twins {
    private static final String OF_SOLUTIONS = "/api/v1/solutions/";

    private Twins() {}

    /** Gives the operations of solutions that share their method with one of products their own names and words. */
    static void tell(Document document) {
        var names = new HashSet<String>();
        document.operations().stream()
                .filter(place -> !place.path().startsWith(OF_SOLUTIONS))
                .forEach(place -> names.add(place.name()));
        document.operations().stream()
                .filter(place -> place.path().startsWith(OF_SOLUTIONS) && names.contains(place.name()))
                .forEach(Twins::tell);
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
