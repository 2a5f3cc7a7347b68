package kefu.inference.understand;

import java.util.List;
import kefu.inference.heads.History;
import kefu.inference.text.Normalise;
import kefu.model.understanding.UnderstandRequest;

/** Reads the earlier turns of a request as models do. */
final class Earlier {
    /** Models look no further back. */
    private static final int TURNS_READ = 2;

    private Earlier() {}

    static History of(List<UnderstandRequest.Earlier> turns) {
        if (turns.isEmpty()) return History.NONE;
        return new History(turns.stream()
                .skip(Math.max(0, turns.size() - TURNS_READ))
                .map(t -> new History.Turn(
                        Normalise.text(filled(t.text())), filled(t.intent()), filled(t.act()), filled(t.expects())))
                .toList());
    }

    private static String filled(String value) {
        return value == null ? "" : value;
    }
}
