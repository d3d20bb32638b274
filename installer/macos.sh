#!/usr/bin/env bash
# Makes a disk image in target/package from target/sizewright.jar and target/lib. To be run on macOS.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
version=1.$(sed -n 's|.*<version>0\.\(.*\)</version>.*|\1|p' pom.xml | head -n 1)
out=target/package
rm -rf "$out"
mkdir -p "$out/fx" "$out/input/lib"
cp target/lib/javafx-*-mac*.jar "$out/fx/"
cp target/sizewright.jar "$out/input/"
cp target/lib/*.jar "$out/input/lib/"
rm -f "$out"/input/lib/javafx-*.jar
"$JAVA_HOME/bin/jlink" -p "$out/fx" \
    --add-modules javafx.controls,javafx.swing,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml.crypto,jdk.crypto.ec,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$out/runtime"
# a bundle version may not begin with 0 there
"$JAVA_HOME/bin/jpackage" --type dmg --name Sizewright --app-version "$version" --dest "$out" \
    --input "$out/input" --main-jar sizewright.jar --main-class org.sizewright.Main --runtime-image "$out/runtime" \
    --java-options --enable-native-access=javafx.graphics,ALL-UNNAMED --java-options --sun-misc-unsafe-memory-access=allow \
    --mac-package-identifier org.sizewright
