package kefu.inference.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The labels of one question, numbered.
 *
 * @param names in alphabetical order
 * @param numbers the number of each example's label
 * @param balanced whether a rare label matters as much as a frequent one
 */
record Labels(List<String> names, int[] numbers, boolean balanced) {
    /** Labels of which the frequent ones matter more, as they do in life. */
    static Labels of(Examples examples, Function<Example, String> label) {
        List<String> names =
                examples.all().stream().map(label).distinct().sorted().toList();
        return new Labels(names, numbers(examples, label, names), false);
    }

    /** Labels of which each matters as much as any other, however rare it is. */
    static Labels balanced(Examples examples, Function<Example, String> label) {
        Labels labels = of(examples, label);
        return new Labels(labels.names, labels.numbers, true);
    }

    private static int[] numbers(Examples examples, Function<Example, String> label, List<String> names) {
        return examples.all().stream()
                .mapToInt(e -> names.indexOf(label.apply(e)))
                .toArray();
    }

    int[] answers(int[] members) {
        return Arrays.stream(members).map(i -> numbers[i]).toArray();
    }
}
