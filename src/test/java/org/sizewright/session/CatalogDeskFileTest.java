package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Measure;
import org.sizewright.catalog.NumberRange;
import org.sizewright.catalog.Order;
import org.sizewright.catalog.Query;

class CatalogDeskFileTest {
    private static final Query QUERY = Query.ALL
            .withText("dell \u201cxe\u201d")
            .with(Facet.Known.VENDOR, Set.of("Dell Technologies", ""))
            .with(new Facet.Extra("Rack: units"), Set.of("4"))
            .with(Measure.MAX_GPU, NumberRange.of(2, 8).withUnknown(true))
            .with(Measure.MEMORY, NumberRange.atLeast(80))
            .with(new Order.By(new Facet.Extra("Rack: units"), false));

    private final List<Notice> told = new ArrayList<>();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("state").resolve("catalog-desk.json");
    }

    private CatalogDeskFile open() {
        return CatalogDeskFile.open(file(), Runnable::run, told::add);
    }

    @Test
    void whatIsKeptIsThereNextTime() {
        EntryId server = new EntryId("maker/model/l4");
        open().change(desk -> desk.withFilter("Eight", QUERY)
                .withFilter("Newest last", Query.ALL.with(new Order.ByRow(false)))
                .withFavourite(server, true)
                .withColumn("extra:Rack: units", true));
        CatalogDesk again = open().desk();
        assertThat(again.filter("eight").orElseThrow().query()).isEqualTo(QUERY);
        assertThat(again.filter("Newest last").orElseThrow().query().order()).isEqualTo(new Order.ByRow(false));
        assertThat(again.isFavourite(server)).isTrue();
        assertThat(again.columns()).containsEntry("extra:Rack: units", true);
        assertThat(told).isEmpty();
    }

    @Test
    void filtersAreReplacedRenamedAndDeletedByName() {
        CatalogDesk desk = CatalogDesk.EMPTY
                .withFilter("One", Query.ALL)
                .withFilter("Two", Query.ALL)
                .withFilter("one", QUERY);
        assertThat(desk.filters()).extracting(CatalogDesk.SavedFilter::name).containsExactly("one", "Two");
        assertThat(desk.withFilterRenamed("ONE", "Three").filters())
                .extracting(CatalogDesk.SavedFilter::name)
                .containsExactly("Three", "Two");
        assertThatThrownBy(() -> desk.withFilterRenamed("one", "two")).isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.withoutFilter("ONE").filters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"format\":\"sizewright-catalog-desk\",\"schema\":2}",
                "{\"format\":\"sizewright-catalog-desk\",\"schema\":1,\"filters\":[{\"name\":\"x\"}],"
                        + "\"favourites\":[],\"columns\":{}}"
            })
    void whatCannotBeReadIsSetAsideAndToldNeverOverwritten(String content) throws IOException {
        Files.createDirectories(file().getParent());
        for (String aside : List.of("catalog-desk.json.unreadable", "catalog-desk.json.unreadable-2")) {
            Files.writeString(file(), content);
            CatalogDeskFile opened = open();
            assertThat(opened.desk()).isEqualTo(CatalogDesk.EMPTY);
            assertThat(told.getLast().advice()).contains(aside);
            opened.change(desk -> desk.withFavourite(new EntryId("a/b/c"), true));
            assertThat(file().resolveSibling(aside)).hasContent(content);
        }
        assertThat(open().desk().favourites()).hasSize(1);
    }
}
