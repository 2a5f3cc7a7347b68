package kefu.inference.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module of one class whose state is one tensor, as the archive that {@code torch.jit.save} would write: an
 * uncompressed zip of the code, the module as a pickle, and the tensor's numbers.
 *
 * @param name the class's
 * @param code its source
 * @param state the tensor's numbers; not copied
 */
record TorchscriptArchive(String name, String code, float[] state) {

    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(state.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(state);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "data.pkl", module());
            entry(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            entry(zip, "data/0", bytes.array());
            entry(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(this.name + "/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** The module as a pickle: its class, and its state, which is one tensor. */
    private byte[] module() {
        int size = state.length;
        Pickle pickle = new Pickle();
        pickle.global("__torch__", name).code(")\u0081");
        pickle.global("torch._utils", "_rebuild_tensor_v2").code("((").text("storage");
        pickle.global("torch", "FloatStorage")
                .text("0")
                .text("cpu")
                .number(size)
                .code("tQ");
        pickle.number(0).code("(").number(size).code("t(").number(1).code("t\u0089");
        pickle.global("collections", "OrderedDict").code(")RtR");
        return pickle.code("b.").bytes();
    }
}
