# A function as jars, with its class cache where one is given. From the repository's root, after ./kefu record:
#   docker build -f infra/images/jvm.Dockerfile --build-arg FUNCTION=routing -t ghcr.io/kefu/routing .
# A class cache serves the JDK that recorded it alone: JDK must be that build (java -version), or the start is a plain one.
ARG JDK=25
FROM eclipse-temurin:${JDK}-jdk
ARG FUNCTION
WORKDIR /kefu
# What changes seldom goes first. COPY keeps the jars' times, which the JVM compares with those in the cache.
COPY functions/${FUNCTION}/target/quarkus-app/lib lib
COPY functions/${FUNCTION}/target/quarkus-app/quarkus-run.jar ./
COPY functions/${FUNCTION}/target/quarkus-app/app app
COPY functions/${FUNCTION}/target/quarkus-app/quarkus quarkus
COPY functions/${FUNCTION}/target/native-librarie[s] native-libraries/
COPY .kefu/aot/${FUNCTION}-*.ao[t] aot/
USER 1001
COPY infra/images/jvm.options ./
# A JVM that finds no class cache in aot/ starts without.
ENTRYPOINT ["sh", "-c", "cache=$(ls aot/*.aot 2>/dev/null | head -n 1); exec java @jvm.options -Djava.library.path=/kefu/native-libraries -XX:MaxRAMPercentage=50 ${cache:+-XX:AOTCache=$cache} -jar quarkus-run.jar"]
