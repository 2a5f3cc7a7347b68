package kefu.inference.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kefu.inference.text.Folded;

/** Names of people, where somebody introduces themself or gives a name to be identified by. Reads the case of letters. */
final class Persons implements Rule {
    private static final String NAME = "(?<v>\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}\\.?)?(?: \\p{Lu}[\\p{L}'-]+){1,2})";
    private static final String ANY_CASE_NAME = "(?<v>\\p{IsLatin}[\\p{IsLatin}'-]+ \\p{IsLatin}[\\p{IsLatin}'-]+)";
    private static final String HAN_NAME = "(?<v>[\\u4e00-\\u9fa5]{2,4}?)";
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile(
                    "(?i:my (?:full )?name is|my name's|name'?s?:|name is|this is|i am|i'm|it's|under the name(?: of)?) "
                            + NAME),
            Pattern.compile(
                    "(?i)(?:my (?:full )?name is|my name's) " + ANY_CASE_NAME + "(?= ?(?:$|[.,;!?]| and | my | zip))"),
            Pattern.compile(
                    "^" + NAME
                            + "(?=(?:[,;]|\\s+and)?\\s*(?i:my )?(?i:zip|post\\s?code|postal code)?(?i: code)?(?: is|:)?\\s*\\d{5})"),
            Pattern.compile("(?:我叫|名字(?:叫|是)|姓名(?:是|:)?\\s*|收件人(?:是|:|改成|换成)?\\s*|收货人(?:是|:|改成|换成)?\\s*)(?:做)?"
                    + HAN_NAME + "(?=$|[\\s,.;!?,。;!?、]|电话|手机|邮编|的)"),
            Pattern.compile("我是(?<v>[" + SURNAMES + "][\\u4e00-\\u9fa5]{1,2})(?=$|[\\s,.;!?,。;!?、])"));

    @Override
    public List<Found> find(Folded text) {
        List<Found> found = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text.cased());
            while (matcher.find())
                found.add(new Found("person", matcher.group("v"), matcher.start("v"), matcher.end("v")));
        }
        return found;
    }
}
