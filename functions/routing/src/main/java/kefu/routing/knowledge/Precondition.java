package kefu.routing.knowledge;

import java.util.Arrays;
import java.util.Optional;
import kefu.chassis.problem.Problem;

/** What a request knows of the article it changes (RFC 9110, 13.1). Headers are null where there are none. */
record Precondition(String ifMatch, String ifNoneMatch) {

    /**
     * @param version the version there is
     * @throws kefu.chassis.problem.ProblemException 412 when that is not what the caller knows
     */
    void check(Optional<Integer> version) {
        if (ifMatch != null && !matches(ifMatch, version))
            throw Problem.changed(version.map(v -> "The article is at version " + v + " now.")
                            .orElse("There is no such article (any more)."))
                    .asException();
        if (ifNoneMatch != null && matches(ifNoneMatch, version))
            throw Problem.changed("The article is there already, at version " + version.orElseThrow() + ".")
                    .asException();
    }

    /** @return whether a header's list of entity tags holds this version's */
    static boolean matches(String header, Optional<Integer> version) {
        if (version.isEmpty()) return false;
        var tag = tag(version.get());
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || t.equals(tag));
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
