package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which plans of a product are meant. What is absent selects nothing out; what is there has to hold together.
 *
 * @param customers of these customers
 * @param level of customers who have bought exactly this level, whether their plan knows it yet or not
 * @param tag of customers with this tag
 */
public record RollOutFilter(
        Optional<Set<CustomerId>> customers, Optional<LicenseLevel> level, Optional<FoldedText> tag) {
    /** All plans. */
    public static final RollOutFilter ALL = new RollOutFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** The most customers that can be named. */
    public static final int MAX_CUSTOMERS = 1_000;

    /** The longest tag of a customer, in characters. */
    public static final int MAX_TAG = 64;

    private static final String CUSTOMERS = "/customerIds";

    public RollOutFilter {
        customers = customers.map(Selection::copy);
    }

    /**
     * A filter as somebody wrote it.
     *
     * @throws DomainException VALIDATION_ERROR with LENGTH when it names no customers or too many, or a tag that is too long,
     *     DUPLICATE for every customer that is there again, REQUIRED for a blank tag
     */
    public static RollOutFilter of(
            Optional<List<CustomerId>> customers, Optional<LicenseLevel> level, Optional<String> tag) {
        var faults = new Faults();
        customers
                .filter(ids -> ids.isEmpty() || ids.size() > MAX_CUSTOMERS)
                .ifPresent(ids ->
                        faults.add(CUSTOMERS, Fault.Code.LENGTH, "1 to " + MAX_CUSTOMERS + " customers, or absent"));
        var distinct = customers.map(ids -> Selection.distinct(faults, CUSTOMERS, ids));
        var folded = tag.flatMap(text -> faults.at("/tag", () -> FoldedText.of(Text.required(text, MAX_TAG))));
        faults.orThrow();
        return new RollOutFilter(distinct, level, folded);
    }

    /**
     * Refuses to select among customers who are not there.
     *
     * @param seen those of the named customers that are there and visible
     * @throws DomainException CUSTOMER_NOT_FOUND, with every customer that is to blame
     */
    public void requireSeen(Set<CustomerId> seen) {
        var strangers = new ArrayList<Fault>();
        int i = 0;
        for (var id : customers.orElse(Set.of())) {
            if (!seen.contains(id)) {
                strangers.add(new Fault(CUSTOMERS + "/" + i, Fault.Code.REFERENCE, "there is no such customer"));
            }
            i++;
        }
        if (!strangers.isEmpty()) {
            throw new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.", strangers);
        }
    }
}
