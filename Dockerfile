FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q -Dquick -DskipTests -pl mesh-lint-cli -am package

FROM eclipse-temurin:17-jre
COPY --from=build /src/mesh-lint-cli/target/dist /opt/mesh-lint
# The first run writes the start-up archive, which a read-only container could not.
RUN /opt/mesh-lint/bin/mesh-lint --no-config --fail-on never -q /opt/mesh-lint/examples >/dev/null
WORKDIR /work
ENTRYPOINT ["/opt/mesh-lint/bin/mesh-lint"]
CMD ["."]
