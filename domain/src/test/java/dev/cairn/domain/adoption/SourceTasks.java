package dev.cairn.domain.adoption;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import dev.cairn.domain.shared.Weight;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Catalogue tasks for tests: {@code aSource().weighing("12.5").build()} is a generic ESSENTIAL task. */
public final class SourceTasks {
    private String name = "Connect the identity provider";
    private String weight = "1";
    private int sequence = 1;
    private LicenseLevel level = LicenseLevel.ESSENTIAL;
    private final List<Blueprint.Outcome> outcomes = new ArrayList<>();
    private final List<Blueprint.Release> releases = new ArrayList<>();
    private final List<Blueprint.Tag> tags = new ArrayList<>();
    private final List<Blueprint.Telemetry> telemetry = new ArrayList<>();

    private SourceTasks() {}

    public static SourceTasks aSource() {
        return new SourceTasks();
    }

    public SourceTasks named(String text) {
        name = text;
        return this;
    }

    public SourceTasks weighing(String text) {
        weight = text;
        return this;
    }

    public SourceTasks at(int sequenceNumber) {
        sequence = sequenceNumber;
        return this;
    }

    public SourceTasks asking(LicenseLevel licenseLevel) {
        level = licenseLevel;
        return this;
    }

    public SourceTasks having(Blueprint.Outcome... more) {
        outcomes.addAll(List.of(more));
        return this;
    }

    public SourceTasks having(Blueprint.Release... more) {
        releases.addAll(List.of(more));
        return this;
    }

    public SourceTasks tagged(String tag) {
        tags.add(new Blueprint.Tag(tag, Optional.of("#1f6feb")));
        return this;
    }

    public SourceTasks measuredBy(String attribute, boolean required, boolean active) {
        telemetry.add(new Blueprint.Telemetry(
                new TelemetryDefinitionId(AdoptionFixtures.id()),
                attribute,
                Optional.of("How many users there are"),
                DataType.NUMBER,
                required,
                Optional.of(Criterion.parse(new JsonObject(
                        Map.of("type", "number_threshold", "operator", "greater_than_or_equal", "threshold", 100)))),
                telemetry.size() + 1,
                active));
        return this;
    }

    public Blueprint.Task build() {
        return new Blueprint.Task(
                new ProductTaskId(AdoptionFixtures.id()),
                name,
                Optional.of("What it is about"),
                90,
                new Weight(new BigDecimal(weight)),
                sequence,
                Optional.of(Priority.HIGH),
                List.of("https://docs.example.org/idp"),
                List.of("https://video.example.org/idp"),
                Optional.of("Ask the directory team first"),
                level,
                outcomes,
                releases,
                tags,
                telemetry);
    }
}
