package org.sizewright.result.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.SupplyRecord.Metric;

class OpenShiftCountTest {
    private static final Library LIBRARY = LibraryReader.bundled().library();

    /** The first two are those of Red Hat's subscription guide: 96 cores in 2 sockets, 192 cores in 2 sockets. */
    @ParameterizedTest
    @CsvSource({"2, 48, 1", "2, 96, 2", "1, 32, 1", "4, 16, 2", "2, 64, 1", "2, 65, 2", "8, 28, 4"})
    void aHostTakesWholeSubscriptions(int sockets, int coresPerSocket, int subscriptions) {
        Metric metric = LIBRARY.licenceMetric("openshift-socket-pair").orElseThrow();
        assertThat(OpenShiftCount.perHost(
                        sockets,
                        coresPerSocket,
                        metric.socketsPerUnit().orElseThrow(),
                        metric.coresPerUnit().orElseThrow()))
                .isEqualTo(subscriptions);
    }
}
