package io.hansa.proxy.assistance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Matches a reply whose text matches an expression in RE2 syntax. Matching takes linear time for
 * every reply. A dot also matches line ends.
 *
 * @param data {@code ${group}} of the expression, or {@code @all}
 */
record RegexRule(Pattern pattern, String capability, String data) implements AssistRule {
    private static final int MAX_DEPTH = 50;

    /** The maximum number of program steps for each character of a reply. */
    private static final int MAX_PROGRAM = 1000;

    /** The bound for the estimated size, which is checked before the program is compiled. */
    private static final int MAX_EXPANDED = 10_000;

    RegexRule {
        AssistRules.requireCapability(capability, null);
        boolean group = data != null && data.matches("\\$\\{\\w+}");
        if (!group && !"@all".equals(data)) {
            throw new IllegalArgumentException(
                    "assist: data must be \"${name of a group}\" or \"@all\", not \""
                            + data
                            + "\"");
        }
        if (group && !pattern.namedGroups().containsKey(groupName(data))) {
            throw new IllegalArgumentException(
                    "assist: regex has no group named "
                            + groupName(data)
                            + ", which data refers to");
        }
    }

    static RegexRule of(String regex, String capability, String data) {
        if (regex.length() > AssistRules.MAX_TEXT
                || RegexSize.depth(regex) > MAX_DEPTH
                || RegexSize.of(regex) > MAX_EXPANDED) {
            throw tooLarge();
        }
        try {
            Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
            if (pattern.programSize() > MAX_PROGRAM) {
                throw tooLarge();
            }
            return new RegexRule(pattern, capability, data);
        } catch (com.google.re2j.PatternSyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "assist: regex is not a valid RE2 expression: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "assist: regex is longer than %d characters, nested deeper than %d groups, or more than %d steps with all its repetitions written out; simplify it"
                        .formatted(AssistRules.MAX_TEXT, MAX_DEPTH, MAX_PROGRAM));
    }

    @Override
    public Optional<Assistance> match(ReplyView reply, long deadlineNanos) {
        Charset charset = charset(reply.utf8());
        String text = new String(reply.utf8(), charset);
        Matcher matcher = pattern.matcher(new TimedText(text, deadlineNanos));
        if (!matcher.find()) {
            return Optional.empty();
        }
        byte[] passedOn = data.equals("@all") ? reply.utf8() : group(matcher).getBytes(charset);
        return Optional.of(new Assistance(capability, passedOn, reply.contentType()));
    }

    private String group(Matcher matcher) {
        String group = matcher.group(groupName(data));
        if (group == null) {
            throw new UnreadableReply("its group %s took no part".formatted(groupName(data)));
        }
        return group;
    }

    /**
     * Bytes that are no UTF-8 are matched one by one, so that those of a group can be passed on.
     */
    private static Charset charset(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException otherBytes) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static String groupName(String data) {
        return data.substring(2, data.length() - 1);
    }
}
