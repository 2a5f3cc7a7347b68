package kefu.inference.openinference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What was inferred, in the protocol's own names. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InferResponse(
        @JsonProperty("model_name") String modelName,
        @JsonProperty("model_version") String modelVersion,
        String id,
        List<Tensor> outputs) {

    /** @param data flat, row by row @param parameters of the output, as the labels of its columns */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Tensor(String name, List<Integer> shape, String datatype, Object data, Map<String, Object> parameters) {}

    /** An error, as the protocol has it. */
    record Failure(String error) {}

    /** What a model is. */
    record Metadata(
            String name,
            List<String> versions,
            String platform,
            List<TensorMetadata> inputs,
            List<TensorMetadata> outputs) {}

    /** @param shape -1 where any size will do */
    record TensorMetadata(String name, String datatype, List<Integer> shape) {}
}
