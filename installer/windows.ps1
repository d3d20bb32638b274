# Makes an installer in target/package from target/sizewright.jar and target/lib. To be run on Windows, with WiX on the path.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
if (-not $env:JAVA_HOME) { throw 'Set JAVA_HOME to a JDK 25.' }
$version = ([xml](Get-Content pom.xml)).project.version
$out = 'target/package'
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory -Force "$out/fx", "$out/input/lib" | Out-Null
Copy-Item target/lib/javafx-*-win*.jar "$out/fx"
Copy-Item target/sizewright.jar "$out/input"
Copy-Item target/lib/*.jar "$out/input/lib"
Remove-Item "$out/input/lib/javafx-*.jar"
& "$env:JAVA_HOME/bin/jlink" -p "$out/fx" `
    --add-modules 'javafx.controls,javafx.swing,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml.crypto,jdk.crypto.ec,jdk.unsupported,jdk.zipfs' `
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$out/runtime"
if ($LASTEXITCODE -ne 0) { throw 'jlink failed' }
& "$env:JAVA_HOME/bin/jpackage" --type msi --name Sizewright --app-version $version --dest $out `
    --input "$out/input" --main-jar sizewright.jar --main-class org.sizewright.Main --runtime-image "$out/runtime" `
    --java-options "--enable-native-access=javafx.graphics,ALL-UNNAMED" --java-options --sun-misc-unsafe-memory-access=allow `
    --license-file LICENSE --win-per-user-install --win-menu --win-shortcut `
    --win-upgrade-uuid 6f0a7c1e-3f1b-4d55-9a43-5b7f5b0d6c21
if ($LASTEXITCODE -ne 0) { throw 'jpackage failed' }
