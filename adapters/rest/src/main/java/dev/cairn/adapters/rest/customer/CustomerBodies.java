package dev.cairn.adapters.rest.customer;

import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.MergePatch;
import dev.cairn.application.customer.ActivateCustomer;
import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.DeactivateCustomer;
import dev.cairn.application.customer.MoveLifecycle;
import dev.cairn.application.customer.SuspendCustomer;
import dev.cairn.application.customer.UpdateCustomer;
import dev.cairn.domain.customer.Address;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.CustomerName;
import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.DeactivationReason;
import dev.cairn.domain.customer.EmailAddress;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.Text;
import dev.cairn.domain.shared.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients send about customers: the published shapes, and how commands are made of them. */
public final class CustomerBodies {
    private static final int MAX_NOTE = 5_000;

    private static final String CODE = "code";

    private CustomerBodies() {}

    /** The published shape of a customer to be. */
    @Schema(
            name = "NewCustomer",
            allOf = Details.class,
            description = "A customer to be: `name`, or for an INDIVIDUAL `firstName` and `lastName`.",
            examples = """
            {"name": "Acme Retail", "type": "BUSINESS", "email": "ops@acme.example.com", "industry": "Retail", "tags": ["emea"], "assignedTo": "user-17"}""")
    record NewCustomer(
            @Schema(ref = "LifecycleStage", description = "Where it stands already.", defaultValue = "PROSPECT")
            Optional<LifecycleStage> lifecycleStage) {}

    /** The published shape of a customer's new details. */
    @Schema(
            name = "CustomerDetails",
            description = "All that people say of a customer; what is left out is removed, save the code, which stays.",
            examples = """
            {"name": "Acme Retail", "type": "ENTERPRISE", "email": "ops@acme.example.com", "industry": "Retail", "tags": ["emea", "key"], "assignedTo": "user-17"}""")
    record Details(
            @Schema(ref = "CustomerType", description = "What sort of customer it is.", defaultValue = "BUSINESS")
            Optional<CustomerType> type,

            @Schema(
                    description = "What it is called; not for an individual.",
                    minLength = 1,
                    maxLength = CustomerName.MAX)
            Optional<String> name,

            @Schema(description = "An individual's first name.", minLength = 1, maxLength = CustomerName.MAX_PART)
            Optional<String> firstName,

            @Schema(description = "An individual's last name.", minLength = 1, maxLength = CustomerName.MAX_PART)
            Optional<String> lastName,

            @Schema(
                    description = "The short name people use; absent keeps it.",
                    minLength = 1,
                    maxLength = CustomerCode.MAX)
            Optional<String> code,

            @Schema(description = "Your own key.", minLength = 1, maxLength = CustomerDetails.MAX_LINE)
            Optional<String> externalId,

            @Schema(description = "The company behind a person or a brand.", maxLength = CustomerDetails.MAX_LINE)
            Optional<String> companyName,

            @Schema(description = "What it does.", maxLength = CustomerDetails.MAX_LINE)
            Optional<String> industry,

            @Schema(description = "Where it came from.", maxLength = CustomerDetails.MAX_LINE)
            Optional<String> source,

            @Schema(description = "An http or https address.", format = "uri", maxLength = WebAddress.MAX)
            Optional<String> website,

            @Schema(description = "Its telephone number.", maxLength = CustomerDetails.MAX_PHONE)
            Optional<String> phone,

            @Schema(description = "Its e-mail address.", format = "email", maxLength = EmailAddress.MAX)
            Optional<String> email,

            @Schema(description = "Where it sits.") Optional<CustomerJson.AddressJson> address,

            @Schema(description = "Anything worth knowing.", maxLength = CustomerDetails.MAX_DESCRIPTION)
            Optional<String> description,

            @Schema(description = "Who looks after it.", minLength = 1, maxLength = CustomerDetails.MAX_LINE)
            Optional<String> assignedTo,

            @Schema(
                    description = "Each of 1 to 64 characters.",
                    minLength = 1,
                    maxLength = CustomerDetails.MAX_TAG,
                    maxItems = CustomerDetails.MAX_TAGS)
            List<String> tags,

            @Schema(description = "When somebody should talk to it next.", format = "date-time")
            Optional<String> nextFollowUpAt) {
        /** The details as they are; the code is not among them and stays. */
        static Details of(CustomerDetails details) {
            var name = details.name();
            var isPerson = name.type() == CustomerType.INDIVIDUAL;
            return new Details(
                    Optional.of(name.type()),
                    isPerson ? Optional.empty() : Optional.of(name.full()),
                    name.first(),
                    name.last(),
                    Optional.empty(),
                    details.externalId(),
                    details.companyName(),
                    details.industry(),
                    details.source(),
                    details.website(),
                    details.phone(),
                    details.email().map(EmailAddress::value),
                    details.address().map(CustomerJson.AddressJson::of),
                    details.description(),
                    details.assignedTo(),
                    details.tags(),
                    details.nextFollowUpAt().map(Instant::toString));
        }
    }

    /** The published shape of a move in the lifecycle. */
    @Schema(name = "LifecycleMove", description = "Why a customer moves on, and so where to.", examples = """
            {"reason": "QUALIFIED", "note": "Budget confirmed"}""")
    record Move(
            @Schema(
                    required = true,
                    description =
                            "QUALIFIED prospect to lead; CONVERTED prospect or lead to active; CHURNED active to inactive; WON_BACK inactive to active; DISQUALIFIED prospect or lead to inactive.")
            LifecycleReason reason,

            @Schema(description = "A word about it.", maxLength = MAX_NOTE)
            Optional<String> note) {}

    /** The published shape of a suspension. */
    @Schema(name = "Suspension", description = "Why an account is suspended.", examples = """
            {"reasonCode": "PAYMENT_FAILED", "note": "Invoice 4711"}""")
    record Suspension(
            @Schema(required = true, description = "Why.") SuspensionReason reasonCode,

            @Schema(description = "A word about it.", maxLength = MAX_NOTE)
            Optional<String> note) {}

    /** The published shape of a deactivation. */
    @Schema(name = "Deactivation", description = "Why an account is deactivated.", examples = """
            {"reasonCode": "TRIAL_ENDED"}""")
    record Deactivation(
            @Schema(required = true, description = "Why.") DeactivationReason reasonCode,

            @Schema(description = "A word about it.", maxLength = MAX_NOTE)
            Optional<String> note) {}

    /** The published shape of an activation. */
    @Schema(name = "Activation", description = "A word about an activation; the body may be empty.", examples = """
            {"note": "Paid"}""")
    record Activation(
            @Schema(description = "A word about it.", maxLength = MAX_NOTE)
            Optional<String> note) {}

    /** The command that a body asks for; fails with VALIDATION_ERROR and every fault of it. */
    public static CreateCustomer.Command create(Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var stage = fields.constant("lifecycleStage", LifecycleStage.class).orElse(LifecycleStage.PROSPECT);
        var code = code(fields, faults);
        var details = details(fields, faults);
        return new CreateCustomer.Command(Optional.empty(), code, details, stage);
    }

    static UpdateCustomer.Command update(CustomerId id, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        var code = code(fields, faults);
        var details = details(fields, faults);
        return new UpdateCustomer.Command(id, any -> details, code);
    }

    static UpdateCustomer.Command patch(CustomerId id, Body body, MergePatch patches) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults);
        if (fields.has(CODE)) {
            fields.required(CODE);
        }
        var code = code(fields, faults);
        faults.orThrow();
        var details = patches.of(body, CustomerBodies::draft, Details::of, CustomerBodies::details);
        return new UpdateCustomer.Command(id, details, code);
    }

    private static CustomerDetails details(Body body) {
        var faults = new Faults();
        return details(JsonFields.of(body, faults), faults);
    }

    private static Optional<CustomerCode> code(JsonFields fields, Faults faults) {
        return fields.text(CODE).flatMap(text -> faults.at("/" + CODE, () -> new CustomerCode(text)));
    }

    private static CustomerDetails details(JsonFields fields, Faults faults) {
        var draft = draft(fields);
        var details = faults.at("", () -> CustomerDetails.of(draft));
        faults.orThrow();
        return details.orElseThrow();
    }

    private static CustomerDetails.Draft draft(JsonFields fields) {
        fields.has(CODE);
        var draft = new CustomerDetails.Draft(
                fields.constant("type", CustomerType.class),
                fields.text("name"),
                fields.text("firstName"),
                fields.text("lastName"),
                fields.text("externalId"),
                fields.text("companyName"),
                fields.text("industry"),
                fields.text("source"),
                fields.text("website"),
                fields.text("phone"),
                fields.text("email"),
                fields.object("address").flatMap(CustomerBodies::address),
                fields.text("description"),
                fields.text("assignedTo"),
                fields.texts("tags"),
                fields.instant("nextFollowUpAt"));
        fields.noMore();
        return draft;
    }

    private static Optional<Address> address(JsonFields fields) {
        var street = fields.text("street");
        var city = fields.text("city");
        var state = fields.text("state");
        var zipCode = fields.text("zipCode");
        var country = fields.text("country");
        fields.noMore();
        return fields.at(() -> new Address(street, city, state, zipCode, country));
    }

    static MoveLifecycle.Command move(CustomerId id, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("reason");
        var reason = fields.constant("reason", LifecycleReason.class);
        var note = lastNote(fields, faults);
        return new MoveLifecycle.Command(id, reason.orElseThrow(), note);
    }

    static SuspendCustomer.Command suspend(CustomerId id, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("reasonCode");
        var reason = fields.constant("reasonCode", SuspensionReason.class);
        var note = lastNote(fields, faults);
        return new SuspendCustomer.Command(id, reason.orElseThrow(), note);
    }

    static DeactivateCustomer.Command deactivate(CustomerId id, Body body) {
        var faults = new Faults();
        var fields = JsonFields.of(body, faults).required("reasonCode");
        var reason = fields.constant("reasonCode", DeactivationReason.class);
        var note = lastNote(fields, faults);
        return new DeactivateCustomer.Command(id, reason.orElseThrow(), note);
    }

    static ActivateCustomer.Command activate(CustomerId id, Body body) {
        var faults = new Faults();
        return new ActivateCustomer.Command(id, lastNote(JsonFields.of(body, faults), faults));
    }

    /** The note ends every body that has one. */
    private static Optional<String> lastNote(JsonFields fields, Faults faults) {
        var note = fields.text("note").flatMap(text -> faults.at("/note", () -> Text.bounded(text, MAX_NOTE)));
        fields.noMore();
        faults.orThrow();
        return note;
    }
}
