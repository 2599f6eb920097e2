package io.hansa.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OpenApiTextTest {
    @Test
    void bothFormsAreTheSameDocument() throws IOException {
        assertThat(YamlText.object(bytes(OpenApiText.yaml())))
                .isEqualTo(JsonText.object(bytes(OpenApiText.json())));
        assertThat(OpenApiText.yaml().tag()).isNotEqualTo(OpenApiText.json().tag());
    }

    @Test
    void callerWithTheETagGets304() {
        OpenApiText text = OpenApiText.json();

        assertThat(text.isKnown(text.tag())).isTrue();
        assertThat(text.isKnown("\"other\", W/" + text.tag())).isTrue();
        assertThat(text.isKnown("*")).isTrue();
        assertThat(text.isKnown(null)).isFalse();
        assertThat(text.isKnown(OpenApiText.yaml().tag())).isFalse();
    }

    private static byte[] bytes(OpenApiText text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.writeTo(bytes);
        assertThat(bytes.size()).isEqualTo(text.length());
        return bytes.toByteArray();
    }
}
