package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.JsonFields;
import dev.cairn.adapters.rest.shared.Query;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says how long and how large, where that follows from what something is. */
final class Bounds {
    /** An id, where any will do. */
    static final String ID_EXAMPLE = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01";

    private static final int ID = ID_EXAMPLE.length();

    /** The longest way to write an instant: nine digits of a second, and an offset with seconds. */
    private static final int TIME = "2026-11-21T09:00:00.123456789+18:00:00".length();

    private static final int DAY = "2026-11-21".length();

    /** The largest whole number that every JSON reader keeps exactly: 2⁵³ − 1. */
    private static final BigDecimal MAX_EXACT = BigDecimal.valueOf((1L << 53) - 1);

    /** The largest sum of weights that is kept: eight digits before the point, two behind it. */
    private static final BigDecimal MAX_SUM = new BigDecimal("99999999.99");

    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Bounds() {}

    static void derive(Document document) {
        document.operations().forEach(place -> place.parameters().forEach(Bounds::ofParameter));
        document.eachSchema(schema -> {
            Document.orEmpty(schema.getProperties()).forEach(Bounds::ofProperty);
            ofValue(schema);
        });
    }

    private static void ofParameter(Parameter parameter) {
        var schema = parameter.getSchema();
        if (parameter.getIn() == Parameter.In.PATH) {
            // An odd id is nobody's and is missed like any other; a client sends ids.
            schema.setFormat("uuid");
        }
        var isText = isA(schema, SchemaType.STRING) && schema.getFormat() == null && schema.getEnumeration() == null;
        if (parameter.getIn() == Parameter.In.QUERY && isText && schema.getMaxLength() == null) {
            schema.setMinLength(1);
            schema.setMaxLength(Query.MAX_TEXT);
        }
    }

    private static void ofProperty(String name, Schema schema) {
        if (name.endsWith("Percentage") && isA(schema, SchemaType.NUMBER)) {
            schema.setMinimum(BigDecimal.ZERO);
            schema.setMaximum(HUNDRED);
        }
    }

    private static void ofValue(Schema schema) {
        if ("uuid".equals(schema.getFormat())) {
            schema.setMinLength(ID);
            schema.setMaxLength(ID);
        } else if ("date-time".equals(schema.getFormat())) {
            schema.setMaxLength(TIME);
        } else if ("date".equals(schema.getFormat())) {
            schema.setMaxLength(DAY);
        }
        if (isA(schema, SchemaType.INTEGER) && schema.getMaximum() == null) {
            schema.setMaximum("int64".equals(schema.getFormat()) ? MAX_EXACT : MAX_INT);
        }
        if (isA(schema, SchemaType.NUMBER) && schema.getMaximum() == null) {
            schema.setMaximum(MAX_SUM);
        }
        if (isA(schema, SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(JsonFields.MAX_LIST);
        }
        var values = schema.getAdditionalPropertiesSchema();
        if (values != null && isA(values, SchemaType.INTEGER)) {
            // Numbers by name are counts.
            values.setMinimum(BigDecimal.ZERO);
        }
    }

    static boolean isA(Schema schema, SchemaType type) {
        return Set.copyOf(Document.orEmpty(schema.getType())).contains(type);
    }
}
