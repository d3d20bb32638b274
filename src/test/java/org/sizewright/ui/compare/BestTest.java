package org.sizewright.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Value;

class BestTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOWEST  | 4, 3                | 1
            LOWEST  | 4, 3, 3             | 1 2
            LOWEST  | 3, 3                | none
            LOWEST  | 3                   | none
            LOWEST  | 4, unknown          | none
            LOWEST  | 4, at least 5       | 0
            LOWEST  | 4, at least 3       | none
            LOWEST  | at least 3, 4       | none
            LOWEST  | 4, about 9          | none
            LOWEST  | 4, 3, out           | 1
            LOWEST  | 4, out              | none
            LOWEST  | 4, 5, at most 4     | none
            HIGHEST | 4, 3                | 0
            HIGHEST | 4, at most 3        | 0
            HIGHEST | 4, at least 3       | none
            HIGHEST | 4, unknown          | none
            NONE    | 4, 3                | none
            """)
    void marksOnlyWhatIsCertainlyBest(Best best, String values, String expected) {
        List<Optional<Value>> read = Arrays.stream(values.split(","))
                .map(String::strip)
                .map(BestTest::value)
                .toList();
        List<Boolean> marks = best.mark(read);
        String marked = java.util.stream.IntStream.range(0, marks.size())
                .filter(marks::get)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
        assertThat(marked.isEmpty() ? "none" : marked).isEqualTo(expected);
    }

    private static Optional<Value> value(String text) {
        String number = text.replaceAll("[^0-9]", "");
        Bound bound = text.startsWith("at least")
                ? Bound.AT_LEAST
                : text.startsWith("at most")
                        ? Bound.AT_MOST
                        : text.startsWith("about") ? Bound.INCOMPLETE : Bound.EXACT;
        return switch (text) {
            case "out" -> Optional.empty();
            case "unknown" -> Optional.of(Value.unknown("nobody knows"));
            default -> Optional.of(new Value.Known(Double.parseDouble(number), bound));
        };
    }
}
