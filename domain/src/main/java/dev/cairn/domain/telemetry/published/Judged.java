package dev.cairn.domain.telemetry.published;

import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What every criterion is inside: it knows its notation, and judges within the bounds of one evaluation. */
sealed interface Judged extends Criterion permits Leaf, Not, Composite, Unreadable {
    /** Its name in the notation. */
    String type();

    /** What its author says of it. */
    Optional<String> description();

    /** What the notation has beside type, path and description. */
    Map<String, Object> fields();

    /** What it says of the value that is judged. */
    Evaluation judge(Judging judging);

    @Override
    default JsonObject toJson() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type());
        members.putAll(fields());
        description().ifPresent(text -> members.put("description", text));
        return new JsonObject(members);
    }

    @Override
    default Evaluation evaluate(JsonValue value, Instant now) {
        return judge(new Judging(value, now));
    }
}
