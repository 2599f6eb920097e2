package io.hansa.proxy.account;

import io.hansa.proxy.document.Name;
import java.util.regex.Pattern;

/**
 * An account of another proxy, written {@code peer:{proxy}/{account}}. The first slash ends the
 * proxy's id, which contains none. Immutable.
 *
 * @param account the account's name at that proxy: 1 to 100 visible characters, for example an
 *     e-mail address
 */
public record PeerAccount(String proxy, String account) {
    public static final String PREFIX = "peer:";
    private static final int MAX_CHARACTERS = 100;
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{C}\\p{Z}]+");

    /**
     * @throws IllegalArgumentException with a sentence that shows the right form
     */
    public PeerAccount {
        if (!Name.isOne(proxy)) {
            throw new IllegalArgumentException("give the id of a proxy before the first slash");
        }
        requireName(account);
    }

    /**
     * @param name {@code {proxy}/{account}}, without the prefix
     * @throws IllegalArgumentException with a sentence that shows the right form
     */
    public static PeerAccount parse(String name) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("give peer:{proxy}/{account}");
        }
        return new PeerAccount(name.substring(0, slash), name.substring(slash + 1));
    }

    /**
     * @throws IllegalArgumentException if no account of a proxy can have that name
     */
    public static void requireName(String account) {
        if (account.length() > MAX_CHARACTERS || !VISIBLE.matcher(account).matches()) {
            throw new IllegalArgumentException(
                    "give an account of 1 to 100 visible characters, without spaces");
        }
    }

    @Override
    public String toString() {
        return PREFIX + proxy + "/" + account;
    }
}
