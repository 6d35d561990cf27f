# The service on a JVM. The image holds a Java runtime and the packaged service; no compiler, no source, no shell script.
#
#   docker build -t cairn .
#   docker run --read-only --tmpfs /tmp -p 8080:8080 --env-file production.env cairn
#
# The settings it cannot start without: QUARKUS_DATASOURCE_REACTIVE_URL, QUARKUS_DATASOURCE_JDBC_URL,
# QUARKUS_DATASOURCE_USERNAME, QUARKUS_DATASOURCE_PASSWORD, QUARKUS_FLYWAY_USERNAME, QUARKUS_FLYWAY_PASSWORD,
# QUARKUS_OIDC_AUTH_SERVER_URL.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
# Tests have run before an image is made.
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin cairn
WORKDIR /app
# Libraries first: they change less often than the service, so their layer is shared between versions.
COPY --from=build --chown=root:root /src/bootstrap/target/quarkus-app/lib/ lib/
COPY --from=build --chown=root:root /src/bootstrap/target/quarkus-app/quarkus-run.jar ./
COPY --from=build --chown=root:root /src/bootstrap/target/quarkus-app/quarkus/ quarkus/
COPY --from=build --chown=root:root /src/bootstrap/target/quarkus-app/app/ app/

# Everything belongs to root and is only read; the JVM writes to /tmp alone.
USER 10001
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/q/health/ready"]
# As its own process, so that SIGTERM reaches it and running requests may finish.
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
