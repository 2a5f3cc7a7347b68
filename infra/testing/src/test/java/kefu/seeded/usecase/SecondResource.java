package kefu.seeded.usecase;

import jakarta.ws.rs.Path;

@Path("/second")
class SecondResource {
    private final FirstResource first = new FirstResource();

    String answer() {
        return first.answer();
    }
}
