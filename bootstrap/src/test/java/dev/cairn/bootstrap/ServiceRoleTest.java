package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceRoleTest {
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Nested
    class AskedAtTheServer {
        @Test
        void the_role_of_development_is_bound_by_every_policy() throws SQLException {
            assertThat(as("cairn_app")).isEqualTo(new ServiceRole("cairn_app", false, false, false));
            assertThat(as("cairn_app").refusal()).isEmpty();
        }

        @Test
        void the_owner_is_refused() throws SQLException {
            assertThat(as("cairn_owner").refusal())
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("cairn_owner owns tables"));
        }

        @Test
        void a_member_of_the_owner_is_refused_as_the_owner_is() throws SQLException {
            asSuperuser("create role cairn_member login password 'dev' in role cairn_owner");
            try {
                assertThat(as("cairn_member").ownsTables()).isTrue();
            } finally {
                asSuperuser("drop role cairn_member");
            }
        }

        @Test
        void a_role_with_bypassrls_is_refused() throws SQLException {
            asSuperuser("create role cairn_bypass login bypassrls password 'dev'");
            try {
                assertThat(as("cairn_bypass").refusal())
                        .hasValueSatisfying(sentence -> assertThat(sentence).contains("cairn_bypass has BYPASSRLS,"));
            } finally {
                asSuperuser("drop role cairn_bypass");
            }
        }

        @Test
        void a_superuser_is_refused() throws SQLException {
            assertThat(as("postgres").refusal())
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("postgres is a superuser and"));
        }
    }

    private ServiceRole as(String role) throws SQLException {
        try (var connection = DriverManager.getConnection(url, role, "dev")) {
            return ServiceRole.of(connection);
        }
    }

    private void asSuperuser(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "dev");
                var jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
