package kefu.inference.heads;

/** A model file cannot be used; the message says which and why. */
public final class ModelProblem extends RuntimeException {
    public ModelProblem(String message) {
        super(message);
    }

    public ModelProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
