# A function as a native executable (all but inference). From the repository's root, after ./kefu up --packaging native
# or mvn package -Dnative -pl functions/routing -am:
#   docker build -f infra/images/native.Dockerfile --build-arg FUNCTION=routing -t ghcr.io/kefu/routing .
# The base holds the C library and zlib, which the executable is linked to, and little else.
FROM quay.io/quarkus/ubi9-quarkus-micro-image:2.0
ARG FUNCTION
WORKDIR /kefu
COPY functions/${FUNCTION}/target/native-librarie[s] native-libraries/
COPY --chmod=755 functions/${FUNCTION}/target/*-runner application
USER 1001
ENTRYPOINT ["./application", "-XX:MaximumHeapSizePercent=50", "-Djava.library.path=/kefu/native-libraries"]
