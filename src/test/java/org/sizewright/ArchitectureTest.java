package org.sizewright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of the rooms and what belongs where, each rule with its reason. The pictures are in src/docs/architecture.md. */
@AnalyzeClasses(packages = "org.sizewright", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "org.sizewright.";

    /** Each uses only those before it; {@code ui} and {@code cli} are two faces that do not know each other. */
    private static final List<String> ORDER = List.of(
            "quantity",
            "figure",
            "partition",
            "table",
            "library",
            "catalog",
            "inventory",
            "plan",
            "sizing",
            "accuracy",
            "placement",
            "rules",
            "result",
            "delivery",
            "buildsheet",
            "session");

    private static final String[] PURE = {
        "..sizewright.quantity..",
        "..sizewright.figure..",
        "..sizewright.partition..",
        "..sizewright.sizing..",
        "..sizewright.placement..",
        "..sizewright.rules..",
        "..sizewright.result..",
        "..sizewright.delivery.."
    };

    /** Classes that read or write files, by name. */
    private static final String READERS =
            ".*\\.(table\\..*|library\\.(LibraryReader|LibraryRead|JsonFiles|RecordLines|ModelConfigReader|Fields|RecordCodec"
                    + "|Written|[A-Z]\\w*Codec).*|catalog\\.(CatalogRulesReader|CatalogEntryCodec|ImportReport).*"
                    + "|inventory\\.InventoryRulesReader.*"
                    + "|plan\\.(AtomicFile|FileOperations|SystemFileOperations|PlanFile|PlanJson|PlanFields).*)";

    @ArchTest
    static void eachRoomUsesOnlyThoseBeforeIt(com.tngtech.archunit.core.domain.JavaClasses all) {
        for (int i = 0; i < ORDER.size(); i++) {
            List<String> later = new ArrayList<>();
            for (String room : ORDER.subList(i + 1, ORDER.size())) {
                later.add(BASE + room + "..");
            }
            later.add(BASE + "ui..");
            later.add(BASE + "cli..");
            noClasses()
                    .that()
                    .resideInAPackage(BASE + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later.toArray(String[]::new))
                    .because(
                            "a newcomer reads the rooms in this order and never needs a later one to understand an earlier one")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("org.sizewright.(*)..").should().beFreeOfCycles().because("rooms stand in one order");

    @ArchTest
    static final ArchRule facesDoNotKnowEachOther = noClasses()
            .that()
            .resideInAPackage("..sizewright.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..sizewright.cli..")
            .because("window and command line are two faces of the session; only Main knows both");

    @ArchTest
    static final ArchRule commandLineKnowsNoWindow = noClasses()
            .that()
            .resideInAPackage("..sizewright.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..sizewright.ui..")
            .because("window and command line are two faces of the session; only Main knows both");

    @ArchTest
    static final ArchRule javafxOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages("..sizewright.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .because("everything but the window works without a toolkit, on servers and in tests");

    @ArchTest
    static final ArchRule noSwing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.swing..")
            .because("there is one toolkit");

    @ArchTest
    static final ArchRule noWebView = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene.web..")
            .because("a browser in the window is slow, large and a way to the network");

    @ArchTest
    static final ArchRule noNetwork = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("the product works offline");

    @ArchTest
    static final ArchRule awtOnlyWhereAPictureIsWritten = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.sizewright.ui.PngWriter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "javafx.embed.swing..")
            .because("only writing PNG needs it");

    @ArchTest
    static final ArchRule workbooksOnlyInTableAndBuildSheet = noClasses()
            .that()
            .resideOutsideOfPackages("..sizewright.table..", "..sizewright.buildsheet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because(
                    "foreign tables become text cells, build sheets are values; the workbook library stays at the edge");

    @ArchTest
    static final ArchRule jsonOnlyWhereFilesAreReadOrWritten = noClasses()
            .that(resideInProduct()
                    .and(DescribedPredicate.not(
                            nameMatches(".*\\.(library|catalog)\\..*|.*\\.inventory\\.InventoryRulesReader"
                                    + "|.*\\.plan\\.(Plan|Workload|Option|Migrations|Broken).*"
                                    + "|.*\\.session\\.(Preferences|ImportMemory|CatalogDesk|UserLibrary).*|.*\\.cli\\..*"
                                    + "|.*\\.buildsheet\\.handover\\.PlanSummaryJson.*"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("records do not know how they are written");

    @ArchTest
    static final ArchRule coreIsPure = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.logging..", "java.sql..")
            .because("the same plan gives the same numbers, whatever the machine holds");

    @ArchTest
    static final ArchRule onlyReadersReadFiles = noClasses()
            .that()
            .resideInAnyPackage(
                    "..sizewright.table..",
                    "..sizewright.library..",
                    "..sizewright.catalog..",
                    "..sizewright.inventory..",
                    "..sizewright.plan..")
            .and(DescribedPredicate.not(nameMatches(READERS)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
            .because("in these rooms only readers and writers touch files");

    @ArchTest
    static final ArchRule nobodyBelowTheSessionLogs = noClasses()
            .that()
            .resideInAnyPackage(java.util.stream.Stream.concat(
                            java.util.Arrays.stream(PURE),
                            java.util.stream.Stream.of(
                                    "..sizewright.table..",
                                    "..sizewright.library..",
                                    "..sizewright.catalog..",
                                    "..sizewright.inventory..",
                                    "..sizewright.plan.."))
                    .toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
            .because("what the user should know is a value, not a line in a log");

    @ArchTest
    static final ArchRule onlyTheFrameKnowsTheScreens = noClasses()
            .that()
            .resideInAnyPackage("..sizewright.ui.look..", "..sizewright.ui.part..", "..sizewright.ui.screen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..ui.catalog..",
                    "..ui.workloads..",
                    "..ui.cluster..",
                    "..ui.placement..",
                    "..ui.checks..",
                    "..ui.compare..",
                    "..ui.sheet..")
            .because("only the shell knows all screens");

    @ArchTest
    static final ArchRule coreHasNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .or()
            .resideInAPackage("..sizewright.plan..")
            .and()
            // a proof may be ended by the clock, and says so
            .doNotHaveFullyQualifiedName("org.sizewright.placement.exact.Budget")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("rules go by the plan's reference date, searches by counted work");

    @ArchTest
    static final ArchRule coreIsSeeded = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .because("the same plan gives the same placement");

    @ArchTest
    static final ArchRule noStaticMutableState = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("org.sizewright..")
            .and(notGenerated())
            .should()
            .beFinal()
            .andShould(notBeAMutableCollection())
            .because("two plans in one program must not meet");

    @ArchTest
    static void aScreenNeverImportsAnotherScreen(com.tngtech.archunit.core.domain.JavaClasses all) {
        List<String> screens = List.of("catalog", "workloads", "cluster", "placement", "checks", "compare", "sheet");
        for (String screen : screens) {
            String[] others = screens.stream()
                    .filter(other -> !other.equals(screen))
                    .map(other -> BASE + "ui." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "ui." + screen + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("only the shell knows all screens")
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule viewModelsTouchNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("a view model holds observable values, a view holds nodes");

    @ArchTest
    static final ArchRule placementOwnsItsSolver = noClasses()
            .that()
            .resideOutsideOfPackage("..sizewright.placement.exact..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")
            .because("natives are loaded in one place, when they are first needed");

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    if (files.anyMatch(file -> file.toString().endsWith(".java"))) {
                        Path info = folder.resolve("package-info.java");
                        assertThat(info).exists();
                        assertThat(Files.readString(info)).contains("/**").contains("@NullMarked");
                    }
                }
            }
        }
    }

    private static DescribedPredicate<JavaClass> resideInProduct() {
        return DescribedPredicate.describe(
                "reside in the product", type -> type.getPackageName().startsWith("org.sizewright"));
    }

    private static DescribedPredicate<JavaClass> nameMatches(String pattern) {
        return DescribedPredicate.describe(
                "match " + pattern, type -> type.getFullName().matches(pattern));
    }

    private static DescribedPredicate<JavaField> notGenerated() {
        return DescribedPredicate.describe(
                "are not generated",
                field -> !field.getName().startsWith("$")
                        && !field.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static ArchCondition<JavaField> notBeAMutableCollection() {
        return new ArchCondition<>("not be a collection that can change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                String type = field.getRawType().getName();
                boolean mutable = type.equals("java.util.ArrayList")
                        || type.equals("java.util.HashMap")
                        || type.equals("java.util.HashSet")
                        || type.startsWith("java.util.concurrent.atomic");
                if (mutable) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
                }
            }
        };
    }
}
