package org.sizewright.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.sizewright.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class UiRulesTest {
    @ArchTest
    static final ArchRule AWT_ONLY_WHERE_PICTURES_ARE_WRITTEN = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(PngWriter.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "javafx.embed.swing..")
            .because("AWT starts a second toolkit");

    @ArchTest
    static final ArchRule NO_FXML_AND_NO_WEB_VIEW = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.fxml..", "javafx.scene.web..")
            .because("views are written in code and start quickly");

    @ArchTest
    static final ArchRule LOOK_AND_PARTS_KNOW_NO_DOMAIN = classes()
            .that()
            .resideInAnyPackage("org.sizewright.ui.look..", "org.sizewright.ui.part..", "org.sizewright.ui.chart..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javafx..",
                    "org.controlsfx..",
                    "org.kordamp..",
                    "atlantafx..",
                    "org.jspecify..",
                    "org.sizewright.ui.look..",
                    "org.sizewright.ui.part..",
                    "org.sizewright.ui.chart..")
            .because("parts show prepared values");

    @ArchTest
    static final ArchRule LOOK_KNOWS_NO_PARTS = noClasses()
            .that()
            .resideInAPackage("org.sizewright.ui.look..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sizewright.ui.part..");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("state belongs to objects");
}
