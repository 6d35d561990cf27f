package dev.cairn.bootstrap.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks to the database beside the service, as the service's role. */
final class Markers {
    private Markers() {}

    static void write(String marker) {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute("select '" + marker + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
