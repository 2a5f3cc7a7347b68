package kefu.inference.models;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kefu.chassis.problem.Problem;
import kefu.chassis.problem.ProblemException;

/** The models that one request is answered by, from its beginning to its end. */
public final class Choice {
    private final Map<String, Share> shares;
    private final List<ModelId> named;
    private final double draw;

    /** @param draw in [0, 1): which part of the requests this one belongs to */
    Choice(Map<String, Share> shares, List<ModelId> named, double draw) {
        this.shares = shares;
        this.named = named;
        this.draw = draw;
    }

    /** @return what serves a language @throws ProblemException 503 while it is not loaded */
    public Serving serving(String language) {
        Share share = shares.get(language);
        if (share == null)
            throw new ProblemException(
                    Problem.unavailable("The model for " + language + " is not loaded yet."),
                    Map.of("Retry-After", "2"));
        return named.stream()
                .map(share::named)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> share.choose(draw));
    }

    /** @throws ProblemException 404 when a model that was named is not loaded */
    Choice check() {
        for (ModelId id : named)
            if (shares.values().stream().noneMatch(share -> share.named(id).isPresent()))
                throw Problem.notFound("Model " + id + " is not loaded. Loaded are: " + loaded() + ".")
                        .asException();
        return this;
    }

    private String loaded() {
        return String.join(
                ", ",
                shares.values().stream()
                        .flatMap(share -> share.all().stream())
                        .map(s -> ModelId.of(s).toString())
                        .sorted()
                        .toList());
    }
}
