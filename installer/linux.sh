#!/usr/bin/env bash
# Makes a Debian package in target/package from target/sizewright.jar and target/lib.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' pom.xml | head -n 1)
out=target/package
rm -rf "$out"
mkdir -p "$out/fx" "$out/input/lib"
# the platform jars of JavaFX go into the runtime, everything else beside the program
cp target/lib/javafx-*-linux*.jar "$out/fx/"
cp target/sizewright.jar "$out/input/"
cp target/lib/*.jar "$out/input/lib/"
rm -f "$out"/input/lib/javafx-*.jar
"$JAVA_HOME/bin/jlink" -p "$out/fx" \
    --add-modules javafx.controls,javafx.swing,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml.crypto,jdk.crypto.ec,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$out/runtime"
"$JAVA_HOME/bin/jpackage" --type deb --name sizewright --app-version "$version" --dest "$out" \
    --input "$out/input" --main-jar sizewright.jar --main-class org.sizewright.Main --runtime-image "$out/runtime" \
    --java-options --enable-native-access=javafx.graphics,ALL-UNNAMED --java-options --sun-misc-unsafe-memory-access=allow \
    --icon assets/icons/sizewright-256.png --license-file LICENSE \
    --description "Sizes AI clusters and writes build sheets" \
    --linux-package-deps "libgtk-3-0, libxxf86vm1, libgl1"
ls -l "$out"/*.deb
