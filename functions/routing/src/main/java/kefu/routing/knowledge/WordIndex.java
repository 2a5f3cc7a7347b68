package kefu.routing.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The passages of one language by their words, in memory. Never changed; thread-safe. */
final class WordIndex {
    private static final String WORDS = "words";
    private static final float K1 = 1.2f;
    /** What BM25 gives for a word that occurs once in a passage of average length, in units of its rarity. */
    private static final double ONCE = 1 / (1 + K1);

    /** Words worth this many of the rarest are enough to be sure; fewer say too little. */
    private static final double ENOUGH = 1.75;

    private final String language;
    private final IndexSearcher searcher;
    private final int size;

    WordIndex(String language, List<Piece> pieces) {
        this.language = language;
        this.size = pieces.size();
        try {
            // Not MMapDirectory: it keeps a native executable from being built.
            var directory = new ByteBuffersDirectory();
            var config = new IndexWriterConfig(new WhitespaceAnalyzer());
            try (var writer = new IndexWriter(directory, config)) {
                for (var piece : pieces) {
                    var document = new Document();
                    var words = String.join(" ", Words.indexed(piece.searched(), language));
                    document.add(new TextField(WORDS, words, Field.Store.NO));
                    writer.addDocument(document);
                }
                // One segment keeps the documents' numbers those of the list.
                writer.forceMerge(1);
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(new BM25Similarity(K1, 0.4f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How well each passage answers by its words: its BM25 score as a share of what a passage would have in which every
     * word of the question occurs. A word that no passage knows counts as the rarest, so a question about something else
     * scores low. Source: Robertson and Zaragoza 2009.
     *
     * @return a score in [0, 1] for each passage, in the order of the index
     */
    double[] scores(String question) {
        var scores = new double[size];
        var words = Words.of(question, language);
        if (words.isEmpty() || size == 0) return scores;
        try {
            var query = new BooleanQuery.Builder();
            double most = 0;
            for (var word : words) {
                var term = new Term(WORDS, word);
                int with = searcher.getIndexReader().docFreq(term);
                most += rarity(with);
                if (with > 0) query.add(new TermQuery(term), Occur.SHOULD);
            }
            double sure = Math.min(1, most / (ENOUGH * rarity(1)));
            for (var hit : searcher.search(query.build(), size).scoreDocs)
                scores[hit.doc] = sure * Math.min(1, hit.score / (most * ONCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }

    /** @param with how many passages have the word */
    private double rarity(int with) {
        return Math.log(1 + (size - with + 0.5) / (with + 0.5));
    }
}
