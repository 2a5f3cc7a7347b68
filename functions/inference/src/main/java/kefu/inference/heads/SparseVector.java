package kefu.inference.heads;

/** A vector of which few components are not zero. @param indices ascending @param values one for each index; not copied */
public record SparseVector(int[] indices, float[] values) {
    public int size() {
        return indices.length;
    }

    /** @param offset how many components this vector has @return both vectors, one after the other */
    SparseVector followedBy(SparseVector next, int offset) {
        int[] i = new int[size() + next.size()];
        float[] v = new float[i.length];
        System.arraycopy(indices, 0, i, 0, size());
        System.arraycopy(values, 0, v, 0, size());
        for (int k = 0; k < next.size(); k++) i[size() + k] = next.indices[k] + offset;
        System.arraycopy(next.values, 0, v, size(), next.size());
        return new SparseVector(i, v);
    }
}
