package org.openadmin.fees.itest.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** A set of matching first and last names; the members of a family have names from the same set. */
record NamePool(int weight, List<String> families, List<String> girls, List<String> boys) {
    private static final List<NamePool> ALL = read();
    private static final int TOTAL = ALL.stream().mapToInt(NamePool::weight).sum();

    /** Returns a random set; the probability is proportional to the weight. */
    static NamePool random(Random random) {
        var point = random.nextInt(TOTAL);
        for (var culture : ALL) {
            point -= culture.weight;
            if (point < 0) {
                return culture;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }

    String family(Random random) {
        return pick(families, random);
    }

    String given(boolean girl, Random random) {
        return pick(girl ? girls : boys, random);
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<NamePool> read() {
        try (var file = NamePool.class.getResourceAsStream("names.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*"))
                    .map(parts ->
                            new NamePool(Integer.parseInt(parts[0]), names(parts[1]), names(parts[2]), names(parts[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String list) {
        return List.of(list.strip().split("\\s*,\\s*"));
    }
}
