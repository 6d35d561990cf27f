package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/**
 * How answers are written: absent fields are left out, nulls inside free JSON stay, decimals stand as people write them, and
 * instants in UTC with as many groups of three decimals as they need.
 */
@Singleton
class JsonShape implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS));
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.registerModule(new SimpleModule("instants").addSerializer(Instant.class, new WrittenInstant()));
    }

    /** An answer is full of instants, and a general formatter takes several times as long for each. */
    private static final class WrittenInstant extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        WrittenInstant() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider) throws IOException {
            var text = new char[Times.LONGEST];
            json.writeString(text, 0, Times.write(instant, text));
        }
    }
}
