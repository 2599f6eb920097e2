package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Somebody at the console. Leaving it fails where a script, the policy or a call was wrong. */
final class Person implements AutoCloseable {
    /** Ends when the page has begun to load what it shows. */
    private static final String GO =
            "new Promise((done) => { const hash = %s; const later = () => setTimeout(done, 100);"
                    + " if (location.hash === hash) { later(); return; }"
                    + " addEventListener('hashchange', later, {once: true});"
                    + " location.hash = hash; })";

    private final Tab tab;
    private final ConsoleCalls calls;

    Person(Tab tab, ConsoleCalls calls) {
        this.tab = tab;
        this.calls = calls;
        tab.size(1280, 900);
        tab.open("/console/");
    }

    Tab tab() {
        return tab;
    }

    void prefers(String language, String theme) {
        tab.evaluate("localStorage.setItem('hansa.language', %s)".formatted(Tab.quoted(language)));
        tab.evaluate("localStorage.setItem('hansa.theme', %s)".formatted(Tab.quoted(theme)));
        tab.open("/console/?" + language + theme);
    }

    void signIn(String account, String password) {
        tab.awaitFound("document.querySelector('.sign-in input[type=password]')");
        fill("input[autocomplete=username]", account);
        fill("input[autocomplete=current-password]", password);
        tab.evaluate("document.querySelector('.sign-in button.primary').click()");
        tab.awaitFound("document.querySelector('#menu')");
        tab.awaitFound("!document.querySelector('.sign-in') && document.querySelector('main h1')");
    }

    private void fill(String selector, String text) {
        String field = "document.querySelector('.sign-in " + selector + "')";
        tab.awaitFound(field);
        tab.evaluate(
                "(() => { const field = %s; field.value = %s; field.dispatchEvent(new Event('input', {bubbles: true})); })()"
                        .formatted(field, Tab.quoted(text)));
    }

    /**
     * Goes to a page, and waits until it is loaded.
     *
     * @param page such as {@code accounts/shop}
     */
    void goTo(String page) {
        tab.evaluate(GO.formatted(Tab.quoted("#/" + page)));
        awaitPage();
    }

    /** The page has its heading, and none of its parts is still loading. */
    void awaitPage() {
        tab.awaitFound(
                "(document.querySelector('main h1')?.innerText"
                        + " && !document.querySelector('[aria-busy=true]')"
                        + " && !/Loading…|正在加载/.test(document.querySelector('main').innerText))");
    }

    void sees(String text) {
        tab.awaitText(text);
    }

    void seesNo(String text) {
        assertThat(tab.shows(text)).as("the page shows " + text).isFalse();
    }

    void clicks(String name) {
        tab.click(name);
    }

    void types(String label, String text) {
        tab.type(label, text);
    }

    void chooses(String label, String value) {
        tab.choose(label, value);
    }

    /** Looks at what a form would change, and makes the change. */
    void previewsAndSaves(String expected) {
        clicks("Preview the change");
        sees(expected);
        clicks("Save");
    }

    @Override
    public void close() throws IOException {
        tab.watch().assertClean(tab.evaluate("location.hash").toString());
        calls.check(tab.watch().calls());
        tab.close();
    }
}
