package dev.cairn.domain.customer;

import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.Text;
import dev.cairn.domain.shared.WebAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people say of a customer and may change at any time.
 *
 * @param externalId the caller's own key, 1 to 255 characters, unique in the organisation
 * @param name what it is called
 * @param companyName the company behind a person or a brand, at most 255 characters
 * @param industry at most 255 characters
 * @param source where the customer came from, at most 255 characters
 * @param website an http or https address, at most 2,048 characters
 * @param phone at most 50 characters
 * @param email unique in the organisation ignoring case
 * @param address where it sits
 * @param description at most 5,000 characters
 * @param assignedTo the name of whoever looks after it, at most 255 characters
 * @param tags at most 50 of 1 to 64 characters, each once ignoring case
 * @param nextFollowUpAt when somebody should talk to it next
 */
public record CustomerDetails(
        Optional<String> externalId,
        CustomerName name,
        Optional<String> companyName,
        Optional<String> industry,
        Optional<String> source,
        Optional<String> website,
        Optional<String> phone,
        Optional<EmailAddress> email,
        Optional<Address> address,
        Optional<String> description,
        Optional<String> assignedTo,
        List<String> tags,
        Optional<Instant> nextFollowUpAt) {
    /** The most tags that one customer has. */
    public static final int MAX_TAGS = 50;

    /** The longest tag, in characters. */
    public static final int MAX_TAG = 64;

    /** The longest word or line, in characters: a key, a company, an industry, a source, a name of somebody. */
    public static final int MAX_LINE = 255;

    /** The longest telephone number, in characters. */
    public static final int MAX_PHONE = 50;

    /** The longest description, in characters. */
    public static final int MAX_DESCRIPTION = 5_000;

    public CustomerDetails {
        tags = List.copyOf(tags);
    }

    /** The details as somebody wrote them, unchecked. Pointers of faults are the names of these parts. */
    public record Draft(
            Optional<CustomerType> type,
            Optional<String> name,
            Optional<String> firstName,
            Optional<String> lastName,
            Optional<String> externalId,
            Optional<String> companyName,
            Optional<String> industry,
            Optional<String> source,
            Optional<String> website,
            Optional<String> phone,
            Optional<String> email,
            Optional<Address> address,
            Optional<String> description,
            Optional<String> assignedTo,
            List<String> tags,
            Optional<Instant> nextFollowUpAt) {}

    /**
     * Checks a draft as a whole; a type that is not given is BUSINESS.
     *
     * @throws DomainException VALIDATION_ERROR with every fault of it
     */
    public static CustomerDetails of(Draft draft) {
        var faults = new Faults();
        var name = draft.type().orElse(CustomerType.BUSINESS) == CustomerType.INDIVIDUAL
                ? personName(draft, faults)
                : companyName(draft, faults);
        var externalId = required(faults, "/externalId", draft.externalId(), MAX_LINE);
        var company = bounded(faults, "/companyName", draft.companyName(), MAX_LINE);
        var industry = bounded(faults, "/industry", draft.industry(), MAX_LINE);
        var source = bounded(faults, "/source", draft.source(), MAX_LINE);
        var website = draft.website().flatMap(text -> faults.at("/website", () -> WebAddress.checked(text)));
        var phone = bounded(faults, "/phone", draft.phone(), MAX_PHONE);
        var email = draft.email().flatMap(text -> faults.at("/email", () -> new EmailAddress(text)));
        var description = bounded(faults, "/description", draft.description(), MAX_DESCRIPTION);
        var assignedTo = required(faults, "/assignedTo", draft.assignedTo(), MAX_LINE);
        var tags = tags(draft.tags(), faults);
        faults.orThrow();
        return new CustomerDetails(
                externalId,
                name.orElseThrow(),
                company,
                industry,
                source,
                website,
                phone,
                email,
                draft.address(),
                description,
                assignedTo,
                tags,
                draft.nextFollowUpAt());
    }

    private static Optional<CustomerName> personName(Draft draft, Faults faults) {
        if (draft.name().isPresent()) {
            faults.add("/name", Fault.Code.UNKNOWN, "the name of an individual is made of firstName and lastName");
        }
        var first = mandatory(faults, "/firstName", draft.firstName(), CustomerName.MAX_PART);
        var last = mandatory(faults, "/lastName", draft.lastName(), CustomerName.MAX_PART);
        return first.flatMap(f -> last.map(l -> CustomerName.ofPerson(f, l)));
    }

    private static Optional<CustomerName> companyName(Draft draft, Faults faults) {
        var only = "only an individual has one";
        draft.firstName().ifPresent(any -> faults.add("/firstName", Fault.Code.UNKNOWN, only));
        draft.lastName().ifPresent(any -> faults.add("/lastName", Fault.Code.UNKNOWN, only));
        return mandatory(faults, "/name", draft.name(), CustomerName.MAX)
                .map(name -> CustomerName.ofCompany(draft.type().orElse(CustomerType.BUSINESS), name));
    }

    private static Optional<String> mandatory(Faults faults, String pointer, Optional<String> text, int max) {
        if (text.isEmpty()) {
            faults.add(pointer, Fault.Code.REQUIRED, "must be given");
        }
        return required(faults, pointer, text, max);
    }

    private static Optional<String> required(Faults faults, String pointer, Optional<String> text, int max) {
        return text.flatMap(present -> faults.at(pointer, () -> Text.required(present, max)));
    }

    private static Optional<String> bounded(Faults faults, String pointer, Optional<String> text, int max) {
        return text.flatMap(present -> faults.at(pointer, () -> Text.bounded(present, max)));
    }

    private static List<String> tags(List<String> written, Faults faults) {
        if (written.size() > MAX_TAGS) {
            faults.add("/tags", Fault.Code.LENGTH, "at most " + MAX_TAGS + " tags");
            return List.of();
        }
        var seen = new HashSet<FoldedText>();
        var tags = new ArrayList<String>();
        for (int i = 0; i < written.size(); i++) {
            var pointer = "/tags/" + i;
            var text = written.get(i);
            var tag = faults.at(pointer, () -> Text.required(text, MAX_TAG));
            tag.ifPresent(tags::add);
            if (tag.isPresent() && !seen.add(FoldedText.of(tag.get()))) {
                faults.add(pointer, Fault.Code.DUPLICATE, "the tag is there already");
            }
        }
        return tags;
    }

    /** What differs between these details and later ones. */
    Changes until(CustomerDetails later) {
        var from = fields();
        var to = later.fields();
        var changes = Changes.compare();
        from.forEach((field, value) -> changes.field(field, value, to.getOrDefault(field, Optional.empty())));
        return changes.done();
    }

    /** The details field by field, under the names that clients know. */
    Map<String, Object> fields() {
        var fields = new TreeMap<String, Object>();
        fields.put("type", name.type().name());
        fields.put("name", name.full());
        fields.put("firstName", name.first());
        fields.put("lastName", name.last());
        fields.put("externalId", externalId);
        fields.put("companyName", companyName);
        fields.put("industry", industry);
        fields.put("source", source);
        fields.put("website", website);
        fields.put("phone", phone);
        fields.put("email", email.map(EmailAddress::value));
        fields.put("address", address.map(CustomerDetails::parts));
        fields.put("description", description);
        fields.put("assignedTo", assignedTo);
        fields.put("tags", tags);
        fields.put("nextFollowUpAt", nextFollowUpAt);
        return fields;
    }

    private static Map<String, Object> parts(Address address) {
        return Changes.compare()
                .field("street", Optional.empty(), address.street())
                .field("city", Optional.empty(), address.city())
                .field("state", Optional.empty(), address.state())
                .field("zipCode", Optional.empty(), address.zipCode())
                .field("country", Optional.empty(), address.country())
                .done()
                .after();
    }
}
