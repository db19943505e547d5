#!/bin/sh
# Builds the image with whatever builder there is. Extra arguments go to the builder, such as
# --target plat or --build-arg BASE=localhost/debian.
set -eu
cd "$(dirname "$0")/.."

for builder in docker podman buildah; do
    if ! command -v "$builder" >/dev/null 2>&1; then continue; fi
    case "$builder" in
    docker) docker info >/dev/null 2>&1 || continue ;;
    buildah)
        # In a machine without a container engine: no namespaces of its own needed.
        exec buildah bud --format docker --isolation "${BUILDAH_ISOLATION:-chroot}" \
            --network host --tag samenwerkwijzer "$@" .
        ;;
    esac
    exec "$builder" build --tag samenwerkwijzer "$@" .
done
echo "Ik vind geen Docker, Podman of Buildah. Installeer er een en probeer het opnieuw." >&2
exit 1
