package kefu.model.turn;

/** That a person takes over. @param status {@code waiting, claimed, resolved} or {@code returned} */
public record HandoffNotice(String id, String status, String reason) {}
