package kefu.inference.entities;

import java.util.List;
import kefu.inference.text.Folded;

/** Finds entities of one type. */
@FunctionalInterface
interface Rule {
    List<Found> find(Folded text);
}
