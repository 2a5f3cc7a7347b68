package kefu.recommendation.product;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kefu.chassis.caller.Role;
import kefu.chassis.problem.Problem;
import kefu.model.Page;
import kefu.model.shop.Product;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue over HTTP. */
@Path("/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ProductResource {
    private static final int MOST_AT_ONCE = 200;
    private static final int LONGEST_ID = 200;
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private final Products products;
    private final SaveProducts save;

    ProductResource(Products products, SaveProducts save) {
        this.products = products;
        this.save = save;
    }

    @GET
    @PermitAll
    @Operation(summary = "Products in the order of their ids")
    public Page<Product> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("after") @DefaultValue("") @Size(max = LONGEST_ID) String after) {
        return products.page(after, limit);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "A product, with its version as ETag")
    public Response get(@PathParam("id") String id, @HeaderParam("If-None-Match") String known) {
        var found = products.get(id)
                .orElseThrow(() ->
                        Problem.notFound("There is no product " + id + ".").asException());
        return etag(found).equals(known)
                ? Response.notModified().header("ETag", etag(found)).build()
                : Response.ok(found.product()).header("ETag", etag(found)).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Adds or replaces a product; with If-Match only the version that the caller saw")
    public Response put(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch, @NotNull Product product) {
        check(product);
        if (!product.id().equals(id)) throw invalid("id", "is not the one in the path, " + id);
        var saved = save.save(product, version(ifMatch));
        return Response.status(saved.change() == Products.Change.CREATED ? 201 : 200)
                .entity(saved.now().product())
                .header("ETag", etag(saved.now()))
                .build();
    }

    @PUT
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Adds or replaces up to 200 products, all or none")
    public SaveProducts.Count putAll(@NotNull @Size(min = 1, max = MOST_AT_ONCE) List<@NotNull Product> all) {
        all.forEach(ProductResource::check);
        return save.saveAll(all);
    }

    private static void check(Product product) {
        if (product.id().length() > LONGEST_ID) throw invalid("id", "is longer than " + LONGEST_ID + " characters");
    }

    private static Optional<Integer> version(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) return Optional.empty();
        var tag = ETAG.matcher(ifMatch.strip());
        if (!tag.matches()) throw invalid("If-Match", "is no ETag of a product, such as \"3\"");
        return Optional.of(Integer.valueOf(tag.group(1)));
    }

    private static String etag(Products.Versioned product) {
        return "\"" + product.version() + "\"";
    }

    private static RuntimeException invalid(String field, String message) {
        return Problem.invalid(List.of(new Problem.FieldError(field, message))).asException();
    }
}
