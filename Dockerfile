# The program on a layered jar: what changes seldom lies in layers of its own.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -DskipTests -Dspotless.check.skip=true -pl api-gateway -am package \
    && java -Djarmode=tools -jar api-gateway/target/nexum.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN groupadd --system nexum \
    && useradd --system --gid nexum --home-dir /nexum nexum \
    && mkdir -p /nexum/data \
    && chown -R nexum:nexum /nexum
WORKDIR /nexum
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER nexum
ENV NEXUM_DATA_DIR=/nexum/data \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED"
VOLUME /nexum/data
EXPOSE 8090
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${NEXUM_PORT:-8090} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]
CMD ["run"]
