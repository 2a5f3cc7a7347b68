package kefu.inference.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The labels of one question, numbered.
 *
 * @param names in alphabetical order
 * @param numbers the number of each example's label
 */
record Labels(List<String> names, int[] numbers) {
    static Labels of(Examples examples, Function<Example, String> label) {
        List<String> names =
                examples.all().stream().map(label).distinct().sorted().toList();
        return new Labels(
                names,
                examples.all().stream()
                        .mapToInt(e -> names.indexOf(label.apply(e)))
                        .toArray());
    }

    int[] answers(int[] members) {
        return Arrays.stream(members).map(i -> numbers[i]).toArray();
    }
}
