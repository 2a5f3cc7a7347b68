package kefu.blackbox;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium; nothing is downloaded. */
record Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, Path screenshots)
        implements AutoCloseable {
    static Optional<Path> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser open(Path executable, Path screenshots) {
        // Pages are waited for as long as a busy machine needs.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        return new Browser(playwright, playwright.chromium().launch(options), screenshots);
    }

    /** @return a page of a browser nobody has used yet */
    Page page(String language) {
        BrowserContext context =
                chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
