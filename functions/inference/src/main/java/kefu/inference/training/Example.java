package kefu.inference.training;

import java.util.Optional;

/**
 * A labelled text.
 *
 * @param raw as the file has it
 * @param text normalised
 * @param emotion where the file has such a column
 * @param group examples of one source (a writer, a batch): held out together, so that a figure is not better than it is
 * @param where file and line
 */
record Example(String raw, String text, String label, Optional<String> emotion, String group, String where) {}
