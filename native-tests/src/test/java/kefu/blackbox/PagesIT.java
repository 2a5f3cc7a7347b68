package kefu.blackbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kefu.local.function.Function;
import kefu.local.keys.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The storefront, the agent's desk and the dashboard in a real browser. */
@ExtendWith(WithKefu.class)
class PagesIT {
    private static final String MISSING = "Chromium is missing: apt-get install -y chromium fonts-noto-cjk";
    private static Browser browser;

    private final RunningKefu kefu;
    private final List<String> faults = new ArrayList<>();

    PagesIT(RunningKefu kefu) {
        this.kefu = kefu;
    }

    @BeforeAll
    static void open(RunningKefu kefu) {
        var chromium = Browser.find();
        if ("true".equals(System.getenv("CI"))) assertThat(chromium).as(MISSING).isPresent();
        Assumptions.assumeTrue(chromium.isPresent(), MISSING);
        browser = Browser.open(chromium.get(), kefu.repository().resolve("native-tests/target/screenshots"));
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    @Test
    void storefrontShowsProductsInBothLanguages() {
        var page = visit("en", kefu.url(Function.ROUTING) + "/");
        assertThat(page.locator("#view .card").nth(43)).isVisible();
        assertThat(page.locator("#view")).containsText("Washed Linen Shirt");
        browser.picture(page, "storefront-en");

        page.locator("#language").click();
        assertThat(page.locator("#view")).containsText("水洗亚麻衬衫");
        browser.picture(page, "storefront-zh");

        page.navigate(kefu.url(Function.ROUTING) + "/#/p/p-17");
        assertThat(page.locator("#view .variants li").first()).containsText("沙色");
        browser.picture(page, "product-zh");
        page.navigate(kefu.url(Function.ROUTING) + "/#/p/p-42");
        assertThat(page.locator("#view .variants")).containsText("无脚托");
        assertThat(faults).isEmpty();
    }

    @Test
    void widgetAnswersTheQuestionAboutTheProductOnThePage() {
        var page = visit("zh-CN", kefu.url(Function.ROUTING) + "/#/p/p-17");
        page.locator("#ask").click();

        var answer = page.locator("kefu-chat li.bot:not(.waiting)").last();
        assertThat(answer).containsText("52 条评价");
        assertThat(answer.locator(".sources")).containsText("rv-");
        browser.picture(page, "widget-zh");
        assertThat(faults).isEmpty();
    }

    @Test
    void deskShowsWhoWaitsAndLetsAnAgentWrite() {
        var chat = Chat.start(kefu.url(Function.ROUTING), "", "");
        chat.say("转人工");
        var page = visit("zh-CN", kefu.url(Function.ROUTING) + "/agent#token=" + kefu.token("agent", Role.AGENT));

        assertThat(page.locator("#queue li")).not().hasCount(0);
        page.locator("#queue li button").last().click();
        assertThat(page.locator("#case .summary")).containsText("转人工");
        browser.picture(page, "desk-zh");

        button(page, "接入").click();
        var input = page.locator("#case form").locator("input, textarea").first();
        input.fill("您好，我是小王");
        button(page, "发送").click();
        assertThat(page.locator("#case .log")).containsText("您好，我是小王");
        browser.picture(page, "desk-claimed-zh");
        assertThat(faults).isEmpty();
    }

    @Test
    void dashboardShowsNumbers() {
        Chat.start(kefu.url(Function.ROUTING), "", "").say("你好");
        var page = visit("en", kefu.url(Function.ANALYTICS) + "/#token=" + kefu.token("analyst", Role.ANALYST));

        assertThat(page.locator("#tiles .tile")).hasCount(8);
        assertThat(page.locator("#tiles .tile strong").first()).hasText(Pattern.compile("[1-9]\\d*"));
        assertThat(page.locator("#intents li")).not().hasCount(0);
        browser.picture(page, "dashboard-en");
        assertThat(faults).isEmpty();
    }

    /** Opens a page whose faults this test hears of. */
    private Page visit(String language, String url) {
        var page = browser.page(language);
        page.onPageError(faults::add);
        page.navigate(url);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.locator("#case button", new Page.LocatorOptions().setHasText(name));
    }
}
