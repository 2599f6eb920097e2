package io.hansa.proxy.assistance;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hansa.connector.ServerReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The reply's text matches an expression. RE2 syntax, linear in time whatever a server answers; a dot
 * also matches a line's end.
 *
 * @param data {@code ${group}} of the expression, or {@code @all}
 */
record RegexRule(Pattern pattern, String capability, String data) implements AssistRule {
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
        try {
            return new RegexRule(Pattern.compile(regex, Pattern.DOTALL), capability, data);
        } catch (com.google.re2j.PatternSyntaxException unreadable) {
            throw new IllegalArgumentException(
                    "assist: regex is not a valid RE2 expression: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    @Override
    public Optional<Assistance> match(ServerReply reply) {
        Matcher matcher = pattern.matcher(new String(reply.payload(), StandardCharsets.UTF_8));
        if (!matcher.find()) {
            return Optional.empty();
        }
        byte[] passedOn = reply.payload();
        if (!data.equals("@all")) {
            String group = matcher.group(groupName(data));
            passedOn = group == null ? new byte[0] : group.getBytes(StandardCharsets.UTF_8);
        }
        return Optional.of(new Assistance(capability, passedOn, reply.contentType()));
    }

    private static String groupName(String data) {
        return data.substring(2, data.length() - 1);
    }
}
