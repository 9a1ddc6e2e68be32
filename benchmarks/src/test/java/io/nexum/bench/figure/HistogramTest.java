package io.nexum.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void an_empty_histogram_says_zero() {
        assertThat(new Histogram().percentile(99)).isZero();
    }

    @Test
    void percentiles_of_small_values_are_exact() {
        Histogram histogram = new Histogram();
        for (int value = 1; value <= 100; value++) {
            histogram.record(value);
        }
        assertThat(histogram.percentile(50)).isEqualTo(50);
        assertThat(histogram.percentile(99)).isEqualTo(99);
        assertThat(histogram.percentile(100)).isEqualTo(100);
    }

    @Test
    void the_largest_long_has_a_bucket() {
        Histogram histogram = new Histogram();
        histogram.record(Long.MAX_VALUE);
        assertThat(histogram.percentile(50)).isEqualTo(Long.MAX_VALUE);
    }

    @Property
    void every_percentile_is_true_to_one_percent(
            @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 1L << 50) Long> values,
            @ForAll @IntRange(min = 1, max = 100) int percentile) {
        Histogram histogram = new Histogram();
        values.forEach(histogram::record);

        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        long exact = sorted[(int) Math.ceil(sorted.length * percentile / 100.0) - 1];
        assertThat(histogram.percentile(percentile)).isCloseTo(exact, within(exact / 100 + 1));
        assertThat(histogram.max()).isEqualTo(Arrays.stream(sorted).max().orElseThrow());
    }
}
