package kefu.seeded.usecase;

import jakarta.ws.rs.Path;

@Path("/first")
class FirstResource {
    String answer() {
        return "first";
    }
}
