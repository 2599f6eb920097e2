package io.hansa.proxy.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistRulesTest {
    private static final String RULES =
            """
            [{"prefix":"HANSA-ASSIST ","capability":"@line","data":"@rest"},
             {"jsonPointer":"/status","equals":"NEED_PRICE","capability":"price.quote","data":"/basket"},
             {"jsonPointer":"","equals":{"a":[1,null]},"capability":"price.quote","data":"@all"},
             {"regex":"^E42\\\\|(?<data>.*)$","capability":"price.quote","data":"${data}"},
             {"offset":4,"equalsHex":"C5F4F2","capability":"price.quote","data":"@all"}]""";

    @Test
    void printedRulesParseToTheSameRules() {
        JsonArray rules = Replies.json(RULES);

        assertThat(AssistRules.print(AssistRules.parse(rules))).isEqualTo(rules);
    }

    @Test
    void theDefaultSurvivesPrinting() {
        List<AssistRule> framed = AssistRules.defaults(true);

        assertThat(AssistRules.parse(AssistRules.print(framed))).isEqualTo(framed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'x'                                                | assist: every rule must be a JSON object
                    {}                                                 | assist: a rule needs one of prefix, jsonPointer, regex, equalsHex
                    {"capability":"c"}                                 | assist: a rule needs one of prefix, jsonPointer, regex, equalsHex
                    {"prefix":"P","when":1}                            | assist: a rule with prefix has no member when
                    {"prefix":1}                                       | assist: prefix must be a text
                    {"prefix":"P","data":"@some"}                      | assist: data must be one of @rest, @all, not "@some"
                    {"prefix":"P","capability":"@name"}                | assist: capability must be the name of a capability or @line
                    {"jsonPointer":"/a","capability":"c"}              | assist: a rule with jsonPointer needs equals, the value to compare with
                    {"jsonPointer":"a","equals":1,"capability":"c"}    | assist: jsonPointer must be a JSON pointer such as "/status"
                    {"jsonPointer":"/a","equals":1}                    | assist: capability must be the name of a capability
                    {"jsonPointer":"/a","equals":1,"capability":"c","data":"a"} | assist: data must be a JSON pointer such as "/status"
                    {"regex":"x"}                                      | assist: capability must be the name of a capability
                    {"regex":"x","capability":"@line"}                 | assist: capability must be the name of a capability
                    {"regex":"x","capability":"c","data":"$1"}         | assist: data must be "${name of a group}" or "@all", not "$1"
                    {"equalsHex":"C5F","capability":"c"}               | assist: equalsHex must be pairs of hexadecimal digits, not "C5F"
                    {"equalsHex":"","capability":"c"}                  | assist: equalsHex must be pairs of hexadecimal digits, not ""
                    {"equalsHex":"C5","capability":"c","offset":-1}    | assist: offset must not be negative
                    {"equalsHex":"C5","capability":"c","offset":"1"}   | assist: offset must be a whole number
                    {"equalsHex":"C5","capability":"c","offset":1.5}   | assist: offset must be a whole number
                    {"equalsHex":"C5","capability":"c","data":"@rest"} | assist: data must be one of @all, not "@rest"
                    """)
    void aWrongRuleIsRefusedWithASentenceThatNamesTheMember(String rule, String sentence) {
        String json = rule.equals("x") ? "\"x\"" : rule;

        assertThatThrownBy(() -> Replies.rule(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
