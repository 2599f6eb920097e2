package io.hansa.proxy.authentication;

/** Takes note of a right password whose stored hash has parameters of the past. */
public interface OutdatedHashes {
    /**
     * Called on a thread that hashes passwords; must neither wait nor throw.
     *
     * @param hash the stored one
     */
    void found(String account, String hash, String password);
}
