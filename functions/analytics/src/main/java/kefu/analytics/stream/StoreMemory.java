package kefu.analytics.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * About what the stores take outside the heap, all together (Kafka Streams, "Memory Management", RocksDB): by itself each
 * store of each partition may take 98 MB.
 */
@RegisterForReflection
public final class StoreMemory implements RocksDBConfigSetter {
    /** Bytes of blocks read, with {@link #UNWRITTEN} among them. */
    private static final long ALL = 32L << 20;

    /** Bytes that wait to be written. */
    private static final long UNWRITTEN = 8L << 20;
    /** Bytes of one store after which it writes them to its files. */
    private static final long UNWRITTEN_OF_ONE = 1L << 20;

    private static final int BUFFERS = 2;
    /** Share of blocks that stay though others are read: indexes and filters. */
    private static final double INDEXES = 0.2;

    private static Bounds bounds;

    private record Bounds(Cache cache, WriteBufferManager buffers) {}

    /** Not before the first store: RocksDB's library has to be there. They last as long as the process. */
    private static synchronized Bounds bounds() {
        if (bounds == null) {
            var cache = new LRUCache(ALL, -1, false, INDEXES);
            bounds = new Bounds(cache, new WriteBufferManager(UNWRITTEN, cache));
        }
        return bounds;
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var shared = bounds();
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(shared.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(shared.buffers());
        options.setWriteBufferSize(UNWRITTEN_OF_ONE);
        options.setMaxWriteBufferNumber(BUFFERS);
    }

    @Override
    public void close(String store, Options options) {}
}
