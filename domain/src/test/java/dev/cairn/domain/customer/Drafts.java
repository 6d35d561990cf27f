package dev.cairn.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Drafts of details for tests. {@code aDraft().named("Acme").build()} is what somebody wrote, unchecked. */
public final class Drafts {
    private Optional<CustomerType> type = Optional.empty();
    private Optional<String> name = Optional.of("Acme Retail");
    private Optional<String> firstName = Optional.empty();
    private Optional<String> lastName = Optional.empty();
    private Optional<String> externalId = Optional.empty();
    private Optional<String> companyName = Optional.empty();
    private Optional<String> industry = Optional.empty();
    private Optional<String> source = Optional.empty();
    private Optional<String> website = Optional.empty();
    private Optional<String> phone = Optional.empty();
    private Optional<String> email = Optional.empty();
    private Optional<Address> address = Optional.empty();
    private Optional<String> description = Optional.empty();
    private Optional<String> assignedTo = Optional.empty();
    private List<String> tags = List.of();
    private Optional<Instant> nextFollowUpAt = Optional.empty();

    private Drafts() {}

    /** A company with a name and nothing else. */
    public static Drafts aDraft() {
        return new Drafts();
    }

    /** A person with two names and nothing else. */
    public static Drafts aPerson(String first, String last) {
        var draft = new Drafts().of(CustomerType.INDIVIDUAL).nameless();
        draft.firstName = Optional.of(first);
        draft.lastName = Optional.of(last);
        return draft;
    }

    public Drafts of(CustomerType wanted) {
        type = Optional.of(wanted);
        return this;
    }

    public Drafts named(String text) {
        name = Optional.of(text);
        return this;
    }

    public Drafts nameless() {
        name = Optional.empty();
        return this;
    }

    public Drafts firstName(String text) {
        firstName = Optional.of(text);
        return this;
    }

    public Drafts lastName(String text) {
        lastName = Optional.of(text);
        return this;
    }

    public Drafts externalId(String text) {
        externalId = Optional.of(text);
        return this;
    }

    public Drafts companyName(String text) {
        companyName = Optional.of(text);
        return this;
    }

    public Drafts industry(String text) {
        industry = Optional.of(text);
        return this;
    }

    public Drafts source(String text) {
        source = Optional.of(text);
        return this;
    }

    public Drafts website(String text) {
        website = Optional.of(text);
        return this;
    }

    public Drafts phone(String text) {
        phone = Optional.of(text);
        return this;
    }

    public Drafts email(String text) {
        email = Optional.of(text);
        return this;
    }

    public Drafts address(Address wanted) {
        address = Optional.of(wanted);
        return this;
    }

    public Drafts description(String text) {
        description = Optional.of(text);
        return this;
    }

    public Drafts assignedTo(String text) {
        assignedTo = Optional.of(text);
        return this;
    }

    public Drafts tagged(List<String> texts) {
        tags = texts;
        return this;
    }

    public Drafts nextFollowUpAt(Instant time) {
        nextFollowUpAt = Optional.of(time);
        return this;
    }

    public CustomerDetails.Draft build() {
        return new CustomerDetails.Draft(
                type,
                name,
                firstName,
                lastName,
                externalId,
                companyName,
                industry,
                source,
                website,
                phone,
                email,
                address,
                description,
                assignedTo,
                tags,
                nextFollowUpAt);
    }

    /** The details, checked. */
    public CustomerDetails details() {
        return CustomerDetails.of(build());
    }
}
