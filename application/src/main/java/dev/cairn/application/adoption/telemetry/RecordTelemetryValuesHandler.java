package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
class RecordTelemetryValuesHandler extends Creation<RecordTelemetryValues.Command, RecordedValues>
        implements RecordTelemetryValues {
    private final Recording recording;

    RecordTelemetryValuesHandler(Frame frame, Recording recording) {
        super(frame, Permission.TELEMETRY_WRITE);
        this.recording = recording;
    }

    @Override
    protected Uni<RecordedValues> create(Command command, Call call) {
        return recording.record(command.batch(), Optional.empty(), permission(), call);
    }
}
