# syntax=docker/dockerfile:1
# The service as a native executable. The image holds that one file, the two libraries that it is linked to and a program that
# asks for its health; no shell, no package manager, no Java, no source.
#
#   docker build -t cairn .
#   docker run --rm --env-file migration.env cairn migrate
#   docker run --read-only --tmpfs /tmp -p 8080:8080 --env-file production.env cairn
#
# docs/operations.md says which settings go into the two files. Dockerfile.jvm makes the same service on a JVM.

ARG BUILDER=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25
ARG MAVEN=maven:3.9-eclipse-temurin-25
ARG DEBIAN=debian:12-slim

FROM ${MAVEN} AS maven

FROM ${BUILDER} AS build
# The builder has the compiler for executables and no Maven; what Maven needs of a JDK is there.
COPY --from=maven /usr/share/maven /usr/share/maven
WORKDIR /src
USER root
COPY . .
# Tests have run before an image is made. The cache is the builder's own; nothing of it gets into the image.
RUN --mount=type=cache,target=/root/.m2 \
    /usr/share/maven/bin/mvn -B -ntp -DskipTests -Pnative package \
 && mv bootstrap/target/*-runner /src/cairn

FROM ${DEBIAN} AS system
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /root-of-image
# No versions of packages: the tag of the base says which there are, and a pinned one would be gone with the next fix.
RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc libc6-dev \
 && rm -rf /var/lib/apt/lists/*
COPY deploy/images/root-of-image deploy/images/healthy.c /tmp/
RUN /tmp/root-of-image /root-of-image libc6 zlib1g ca-certificates \
 && gcc -Os -static -s -o /root-of-image/healthy /tmp/healthy.c

FROM scratch
LABEL org.opencontainers.image.title="Cairn" \
      org.opencontainers.image.description="Customer adoption plans: what was sold, what is used, and what comes next." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=system /root-of-image/ /
COPY --from=build --chown=0:0 /src/cairn /app/cairn

# Everything belongs to root and is only read; the service writes to /tmp alone.
WORKDIR /app
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=4s --start-period=5s CMD ["/healthy"]
# As its own process, so that SIGTERM reaches it and running requests may finish. Other options of the executable, such as
# -Xmx96m, may stand before "migrate" or alone.
ENTRYPOINT ["/app/cairn", "-XX:MaximumHeapSizePercent=60"]
