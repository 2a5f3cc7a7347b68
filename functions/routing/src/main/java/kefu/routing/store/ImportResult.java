package kefu.routing.store;

import java.util.List;

/**
 * What became of a bulk import.
 *
 * @param accepted how many are stored now
 * @param rejected the others, by their position in the request counted from 0
 */
public record ImportResult(int accepted, List<Rejected> rejected) {
    /** @param reason what is wrong, and in which field */
    public record Rejected(int index, String reason) {}
}
