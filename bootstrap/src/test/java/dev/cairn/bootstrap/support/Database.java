package dev.cairn.bootstrap.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A plain connection to the database beside the service, as one of its roles. */
public final class Database implements AutoCloseable {
    private final Connection connection;

    private Database(String role, String password) {
        try {
            connection = DriverManager.getConnection(setting("quarkus.datasource.jdbc.url"), role, password);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the service's own role, outside of every organisation. */
    public static Database asService() {
        return new Database(setting("quarkus.datasource.username"), setting("quarkus.datasource.password"));
    }

    /** As the service's own role, inside an organisation. */
    public static Database asServiceIn(String org) throws SQLException {
        var database = asService();
        database.rows("select set_config('cairn.org_id', ?, false)", org);
        return database;
    }

    /** As somebody whom no policy binds: sees what is stored, and breaks what the service stands on. */
    public static Database asSuperuser() {
        return new Database("postgres", setting("quarkus.datasource.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** Runs a statement that answers nothing. */
    public int run(String sql, Object... arguments) throws SQLException {
        try (var statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** The rows of a query, column by column under its name. */
    public List<Map<String, Object>> rows(String sql, Object... arguments) throws SQLException {
        try (var statement = prepare(sql, arguments);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<Map<String, Object>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The first column of every row. */
    @SuppressWarnings("unchecked")
    public <T> List<T> column(String sql, Object... arguments) throws SQLException {
        return rows(sql, arguments).stream()
                .map(row -> (T) row.values().iterator().next())
                .toList();
    }

    /** The one number that a query answers. */
    public long number(String sql, Object... arguments) throws SQLException {
        return this.<Number>column(sql, arguments).get(0).longValue();
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
