package io.nexum.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void a_ratio_is_added_only_if_both_sides_were_measured() {
        Figures figures = new Figures();
        figures.add("rest", "REST", 9_000, "1/s");
        figures.addRatio("ratio", "REST : pgbench", "rest", "pgbench", Target.atLeast(1));
        assertThat(figures.value("ratio")).isEmpty();

        figures.add("pgbench", "pgbench", 6_000, "1/s");
        figures.addRatio("ratio", "REST : pgbench", "rest", "pgbench", Target.atLeast(1));
        assertThat(figures.value("ratio")).contains(1.5);
    }

    @Test
    void the_table_says_of_each_figure_whether_its_target_is_met() {
        Figures figures = new Figures();
        figures.add("lag", "lag", 2.5, "s", Target.atMost(1));
        figures.add("bulk", "bulk", 20_000, "1/s", Target.atLeast(20_000));
        figures.add("free", "free", 1, "1/s");

        assertThat(figures.table()
                        .lines()
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "what figure unit target met?",
                        "lag 2.50 s at most 1 NO",
                        "bulk 20,000 1/s at least 20,000 yes",
                        "free 1 1/s");
    }
}
