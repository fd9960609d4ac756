FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
# First a build of next to nothing: it fetches every plugin and library and compiles the lexicon, and
# its layer stays good until one of these files changes.
COPY pom.xml ./
COPY src/lexicon src/lexicon
COPY src/main/java/gleaner/package-info.java src/main/java/gleaner/
RUN mvn -B -ntp -q -DskipTests package
COPY config/gleaner.yaml config/
COPY migrations migrations
COPY src/main src/main
RUN mvn -B -ntp -q -DskipTests package

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="gleaner" \
      org.opencontainers.image.description="Reads conversation events from Kafka and keeps what people state about themselves in PostgreSQL"
WORKDIR /opt/gleaner
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/gleaner.jar ./
COPY config/gleaner.yaml config/
# Nobody in particular, and not root.
USER 10001:10001
# Text is for terminals; and probes come from outside the container.
ENV GLEANER_LOG_FORMAT=json \
    GLEANER_HTTP_HOST=0.0.0.0
EXPOSE 8080
# SIGTERM drains; give the container a little longer than shutdown.drain before it is killed.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 \
    CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-XX:-UsePerfData", \
         "-jar", "/opt/gleaner/gleaner.jar", "health"]
# Works with a read-only root, and writes nothing but the native code of Kafka's snappy and zstd: for
# topics compressed with these, /tmp must be a tmpfs with exec. Vert.x needs no folder of its own here.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", \
            "--sun-misc-unsafe-memory-access=allow", \
            "-Dvertx.disableFileCaching=true", "-Dvertx.disableFileCPResolving=true", \
            "-jar", "/opt/gleaner/gleaner.jar"]
CMD ["run", "--config", "/opt/gleaner/config/gleaner.yaml"]
