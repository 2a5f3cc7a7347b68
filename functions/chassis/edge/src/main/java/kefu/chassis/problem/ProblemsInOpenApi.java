package kefu.chassis.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the description of each API that whatever does not succeed answers with a {@link Problem}. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {
    private static final String NAME = "Problem";
    /** Below it are APIs that other people defined, with errors of their own. */
    private static final String OWN = "/v1/";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) api.setComponents(OASFactory.createComponents());
        api.getComponents().addSchema(NAME, problem());
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(OWN))
                item.getOperations().values().forEach(o -> o.getResponses().setDefaultValue(response()));
        });
    }

    private static APIResponse response() {
        var body = OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME));
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457): type says which, detail what is wrong this time")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, body));
    }

    private static Schema problem() {
        var error = of(Schema.SchemaType.OBJECT)
                .addProperty("field", of(Schema.SchemaType.STRING))
                .addProperty("message", of(Schema.SchemaType.STRING));
        return of(Schema.SchemaType.OBJECT)
                .required(List.of("type", "title", "status"))
                .addProperty("type", of(Schema.SchemaType.STRING).addExample("urn:kefu:problem:not-found"))
                .addProperty("title", of(Schema.SchemaType.STRING))
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", of(Schema.SchemaType.STRING))
                .addProperty("errors", of(Schema.SchemaType.ARRAY).items(error));
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
