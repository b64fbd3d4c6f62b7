# The image of a release. GoReleaser builds it from the binaries of the release
# (.goreleaser.yaml): the context holds them as linux/amd64/aimslint and
# linux/arm64/aimslint. Nothing else is in it: no shell, no libraries, no root.
FROM scratch
ARG TARGETPLATFORM
COPY LICENSE /LICENSE
COPY $TARGETPLATFORM/aimslint /aimslint
WORKDIR /repo
USER 65532:65532
ENTRYPOINT ["/aimslint"]
CMD ["check"]
