package kefu.routing.knowledge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import kefu.model.Require;

/** What an editor sends. @param language null where the query says it, or the text shows it */
record Draft(
        @NotBlank @Size(max = 200) String title,
        @Pattern(regexp = Draft.LANGUAGE) String language,
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 60) String> tags,
        @NotBlank @Size(max = 50_000) String text) {
    static final String LANGUAGE = "[a-z]{2,3}";

    Draft {
        tags = Require.list(tags);
    }
}
