package kefu.routing.knowledge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kefu.chassis.caller.Caller;
import kefu.chassis.caller.Role;
import kefu.chassis.problem.Problem;
import kefu.model.Page;

/** The knowledge base over HTTP: read by everybody, kept by editors. */
@Path("/v1/knowledge")
class KnowledgeResource {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Articles articles;
    private final FindArticles find;
    private final Caller caller;

    KnowledgeResource(Articles articles, FindArticles find, Caller caller) {
        this.articles = articles;
        this.find = find;
        this.caller = caller;
    }

    @GET
    public Page<Found> list(
            @QueryParam("q") @Size(max = 1000) String question,
            @QueryParam("language") @Pattern(regexp = Draft.LANGUAGE) String language,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @DefaultValue("") @Size(max = 200) String after) {
        if (question == null || question.isBlank()) return find.list(Optional.ofNullable(language), after, limit);
        return new Page<>(find.search(question, language == null ? Languages.guess(question) : language, limit), null);
    }

    @GET
    @Path("/{id}")
    public Response get(
            @PathParam("id") String id,
            @QueryParam("language") @Pattern(regexp = Draft.LANGUAGE) String language,
            @HeaderParam("If-None-Match") String known) {
        var article =
                articles.find(id, language == null ? anyLanguage(id) : language).orElseThrow(() -> unknown(id));
        if (known != null && Precondition.matches(known, Optional.of(article.version())))
            return Response.notModified()
                    .header("ETag", Precondition.tag(article.version()))
                    .build();
        return answer(200, article);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.EDITOR, Role.ADMIN})
    public Response put(
            @PathParam("id") @Pattern(regexp = ID) String id,
            @QueryParam("language") @Pattern(regexp = Draft.LANGUAGE) String language,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull @Valid Draft draft) {
        if (language != null && draft.language() != null && !language.equals(draft.language()))
            throw Problem.badRequest(
                            "The query says the language is " + language + ", the body says " + draft.language() + ".")
                    .asException();
        var in = language != null ? language : draft.language() != null ? draft.language() : guess(draft);
        var saved = articles.save(id, in, draft, caller.name(), new Precondition(ifMatch, ifNoneMatch));
        return answer(saved.created() ? 201 : 200, saved.article());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.EDITOR, Role.ADMIN})
    public void delete(
            @PathParam("id") String id,
            @QueryParam("language") @Pattern(regexp = Draft.LANGUAGE) String language,
            @HeaderParam("If-Match") String ifMatch) {
        if (language == null && ifMatch != null)
            throw Problem.badRequest("If-Match needs ?language=: every language has versions of its own.")
                    .asException();
        var precondition = new Precondition(ifMatch, null);
        boolean any = false;
        for (var in : language == null ? articles.languages(id) : java.util.List.of(language))
            any |= articles.delete(id, in, caller.name(), precondition);
        if (!any) throw unknown(id);
    }

    @GET
    @Path("/{id}/versions")
    @RolesAllowed({Role.EDITOR, Role.ADMIN})
    public Page<Revision> versions(
            @PathParam("id") String id,
            @QueryParam("language") @DefaultValue("en") @Pattern(regexp = Draft.LANGUAGE) String language) {
        var versions = articles.versions(id, language);
        if (versions.isEmpty()) throw unknown(id);
        return new Page<>(versions, null);
    }

    private static Response answer(int status, Article article) {
        return Response.status(status)
                .entity(article)
                .header("ETag", Precondition.tag(article.version()))
                .header("Content-Language", article.language())
                .build();
    }

    /** English where there is English, else what there is. */
    private String anyLanguage(String id) {
        var languages = articles.languages(id);
        return languages.isEmpty() || languages.contains("en") ? "en" : languages.getFirst();
    }

    private static String guess(Draft draft) {
        return Languages.guess(draft.title() + draft.text());
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("There is no article " + id + " in this language.")
                .asException();
    }
}
