package kefu.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class StoreMemoryTest {
    @Test
    void allStoresHaveOneBound() {
        RocksDB.loadLibrary();
        try (var one = options();
                var other = options()) {
            new StoreMemory().setConfig("seen", one, Map.of());
            new StoreMemory().setConfig("shown", other, Map.of());
            assertThat(one.writeBufferManager()).isNotNull().isSameAs(other.writeBufferManager());
            assertThat(one.writeBufferSize()).isEqualTo(1 << 20);
        }
    }

    private static Options options() {
        return new Options().setTableFormatConfig(new BlockBasedTableConfig());
    }
}
