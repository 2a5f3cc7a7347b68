package kefu.local.start;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import kefu.local.function.Function;
import kefu.local.function.Packaging;

/**
 * All starts of one function as one packaging; figures are medians.
 *
 * @param afterThousand bytes resident after a thousand requests
 * @param disk bytes of what must be there to start it, the JDK not counted
 */
record Measured(Function function, Packaging packaging, List<Start> starts, long afterThousand, long disk) {
    double median(ToDoubleFunction<Start> figure) {
        var sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    double memory() {
        return median(Start::memory);
    }

    Map<String, Object> json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("function", function.label());
        fields.put("packaging", packaging.label());
        fields.put("starts", starts.size());
        fields.put("firstAnswerMillis", median(Start::answer));
        fields.put(
                "allFirstAnswersMillis",
                Arrays.toString(starts.stream().mapToDouble(Start::answer).toArray()));
        fields.put("beforeQuarkusMillis", median(Start::before));
        fields.put("quarkusMillis", median(Start::quarkus));
        fields.put("afterQuarkusMillis", median(Start::after));
        fields.put("firstRequestMillis", median(Start::first));
        fields.put("hundredthRequestMillis", median(Start::hundredth));
        fields.put("memoryBytes", (long) memory());
        fields.put("memoryAfterThousandBytes", afterThousand);
        fields.put("diskBytes", disk);
        return fields;
    }
}
