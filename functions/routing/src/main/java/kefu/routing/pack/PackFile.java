package kefu.routing.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file of a pack, which knows on which line each of its entries stands.
 *
 * @param text as it was read, which is only looked at again where a mistake is to be found in it
 */
public record PackFile(String name, JsonNode root, String text) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** @throws PackProblem when this is no YAML */
    public static PackFile read(String pack, String name, String text) {
        try {
            return new PackFile(name, YAML.readTree(text), text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new PackProblem(pack, List.of(new PackProblem.Mistake(name, line, e.getOriginalMessage())));
        }
    }

    /** @return the line, counted from one, of a path ({@code cancelOrder.steps.2.ask}), or of the nearest entry around it */
    public int line(String path) {
        var lines = new HashMap<String, Integer>();
        note("", new Yaml(new LoaderOptions()).compose(new StringReader(text)), lines);
        while (!path.isEmpty()) {
            var line = lines.get(path);
            if (line != null) return line;
            path = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        }
        return 0;
    }

    private static void note(String path, Node node, Map<String, Integer> lines) {
        if (node == null) return;
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        switch (node) {
            case MappingNode map ->
                map.getValue().forEach(entry -> {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        var at = join(path, key.getValue());
                        lines.put(at, key.getStartMark().getLine() + 1);
                        note(at, entry.getValueNode(), lines);
                    }
                });
            case SequenceNode list -> {
                int i = 0;
                for (var item : list.getValue()) note(join(path, String.valueOf(i++)), item, lines);
            }
            default -> {}
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
