package org.sizewright.result.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.Price;
import org.sizewright.plan.HostGroup;

class ServerPriceTest {
    private final SampleReferences references = new SampleReferences();
    private final CatalogEntry server = references
            .server(new EntryId("dell-technologies/poweredgexe9680/h100-sxm"))
            .orElseThrow();
    private final Gpu gpu = references.library().gpu(GpuId.of("h100-sxm-80")).orElseThrow();
    private final HostGroup group =
            SamplePlans.standard().liveOption().clusters().getFirst().groups().getFirst();
    private final List<Price> quotes = new ArrayList<>();

    private void quote(Price.Item item, String of, double amount, String currency) {
        quotes.add(new Price(
                "p" + quotes.size(),
                item,
                of,
                amount,
                currency,
                LocalDate.of(2026, 11, 1),
                "quote 7",
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private ServerPrice price() {
        return ServerPrice.of(server, gpu, group, 3, OptionalDouble.of(24), Library.of(quotes));
    }

    @Test
    void linesAreThoseOfTheBillOfMaterials() {
        quote(Price.Item.SERVER, Price.ANY, 9_999, "EUR");
        quote(Price.Item.SERVER, server.id().value(), 20_000, "EUR");
        quote(Price.Item.GPU, gpu.id().value(), 25_000, "EUR");
        quote(Price.Item.PROCESSOR, Price.ANY, 5_000, "EUR");
        quote(Price.Item.MEMORY, Price.ANY, 5, "EUR");
        quote(Price.Item.LICENCE, Price.ANY, 1_000, "EUR");
        // 3 x 20,000 + 24 x 25,000 + 6 x 5,000 + 3 x 2,048 x 5 + 24 x 1,000
        assertThat(price().amount()).isEqualTo(60_000 + 600_000 + 30_000 + 30_720 + 24_000);
        assertThat(price().without()).isEmpty();
        assertThat(price().isComparable()).isTrue();
        assertThat(ServerWords.price(price())).isEqualTo("744,720 EUR");
    }

    @Test
    void whatIsNotQuotedMakesItAtLeast() {
        quote(Price.Item.SERVER, Price.ANY, 20_000, "EUR");
        quote(Price.Item.GPU, gpu.id().value(), 25_000, "EUR");
        assertThat(price().without()).containsExactly("processor", "GiB", "licence");
        assertThat(price().isComparable()).isTrue();
        assertThat(ServerWords.price(price())).isEqualTo("at least 660,000 EUR");
    }

    @Test
    void fewerHostsCostLess() {
        quote(Price.Item.SERVER, Price.ANY, 20_000, "EUR");
        quote(Price.Item.GPU, gpu.id().value(), 25_000, "EUR");
        // 660,000 for three hosts
        assertThat(price().forHosts(3, 2).amount()).isEqualTo(440_000);
    }

    @Test
    void aNumberOfLicencesThatNobodyKnowsIsNotZero() {
        quote(Price.Item.SERVER, Price.ANY, 20_000, "EUR");
        quote(Price.Item.LICENCE, Price.ANY, 1_000, "EUR");
        ServerPrice price = ServerPrice.of(server, gpu, group, 3, OptionalDouble.empty(), Library.of(quotes));
        assertThat(price.without()).contains("licence");
        assertThat(price.amount()).isEqualTo(60_000);
    }

    @Test
    void currenciesAreNotAddedUpAndNothingQuotedIsUnknown() {
        assertThat(ServerWords.price(price())).isEqualTo("unknown");
        quote(Price.Item.SERVER, Price.ANY, 20_000, "EUR");
        assertThat(price().isComparable()).isFalse();
        quote(Price.Item.GPU, gpu.id().value(), 25_000, "USD");
        assertThat(price().currency()).isEmpty();
        assertThat(price().isComparable()).isFalse();
        assertThat(ServerWords.price(price())).isEqualTo("unknown");
    }
}
