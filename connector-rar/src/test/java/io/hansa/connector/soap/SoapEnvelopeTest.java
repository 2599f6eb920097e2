package io.hansa.connector.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.connector.Soap;
import io.hansa.connector.Soap.Version;
import io.hansa.connector.pool.Deadline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapEnvelopeTest {

    private static final String NS_11 = Version.V1_1.namespace();
    private static final String NS_12 = Version.V1_2.namespace();

    private static final Deadline SOON = Deadline.inMillis(60_000);

    private final SoapEnvelope old = new SoapEnvelope(new Soap(Version.V1_1, "urn:quote"));
    private final SoapEnvelope recent = new SoapEnvelope(new Soap(Version.V1_2, "urn:quote"));

    @Test
    void anElementIsWrapped() throws Exception {
        String sent =
                "<?xml version='1.0'?>\n<!-- x --><q xmlns='urn:q' a='&lt;1'>Gr\u00fc\u00dfe &amp; <b/></q>\n";
        assertThat(wrapped(old, sent))
                .isEqualTo(
                        "<soap:Envelope xmlns:soap=\""
                                + NS_11
                                + "\"><soap:Body><q xmlns=\"urn:q\" a=\"&lt;1\">Gr\u00fc\u00dfe &amp; <b></b></q></soap:Body></soap:Envelope>");
        assertThat(wrapped(recent, "  ")).endsWith("<soap:Body></soap:Body></soap:Envelope>");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void wrappedBodyIsUnwrappedUnchanged(Version version) throws Exception {
        SoapEnvelope envelope = new SoapEnvelope(new Soap(version, ""));
        byte[] element =
                "<q xmlns:p=\"urn:p\" p:a=\"1\">text<p:b>\u4ef7\u683c</p:b></q>".getBytes(UTF_8);
        SoapContent content = envelope.unwrap(envelope.wrap(element, null, SOON), null, SOON);
        assertThat(content.fault()).isNull();
        assertThat(new String(content.xml(), UTF_8)).isEqualTo(new String(element, UTF_8));
    }

    @Test
    void prefixesDeclaredAroundTheContentStayKnown() throws Exception {
        String reply =
                "<e:Envelope xmlns:e='"
                        + NS_11
                        + "' xmlns:x='urn:x'><e:Header><h>no</h></e:Header><e:Body xmlns:t='urn:t'>"
                        + "<x:r type='t:money'>1</x:r></e:Body></e:Envelope>";
        assertThat(unwrapped(old, reply))
                .isEqualTo("<x:r xmlns:t=\"urn:t\" xmlns:x=\"urn:x\" type=\"t:money\">1</x:r>");
    }

    @Test
    void soap11FaultHasItsText() throws Exception {
        String reply =
                "<s:Envelope xmlns:s='"
                        + NS_11
                        + "'><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>no\n such item</faultstring></s:Fault></s:Body></s:Envelope>";
        SoapContent content = old.unwrap(reply.getBytes(UTF_8), null, SOON);
        assertThat(content.fault()).isEqualTo("no such item");
        assertThat(new String(content.xml(), UTF_8)).startsWith("<s:Fault xmlns:s=\"" + NS_11);
    }

    @Test
    void soap12FaultHasItsText() throws Exception {
        String reply =
                "<s:Envelope xmlns:s='"
                        + NS_12
                        + "'><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang='en'>no such item</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>";
        assertThat(recent.unwrap(reply.getBytes(UTF_8), null, SOON).fault())
                .isEqualTo("no such item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no xml",
                "<a/><b/>",
                "<a>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<!DOCTYPE a [<!ENTITY x 'xx'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
                "<p:a/>",
            })
    void whatIsNoPlainElementIsNotWrapped(String sent) {
        assertThatThrownBy(() -> wrapped(old, sent)).isInstanceOf(SoapException.class);
    }

    @Test
    void depthIsBounded() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThatThrownBy(() -> wrapped(old, deep))
                .isInstanceOf(SoapException.class)
                .hasMessageContaining("deeply");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Envelope/>",
                "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a/><b/></s:Body></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a/></s:Body>",
                "<!DOCTYPE s:Envelope [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a>&x;</a></s:Body></s:Envelope>",
            })
    void whatIsNoEnvelopeIsRefused(String reply) {
        assertThatThrownBy(() -> unwrapped(old, reply)).isInstanceOf(SoapException.class);
    }

    private static String wrapped(SoapEnvelope envelope, String element) throws SoapException {
        return new String(envelope.wrap(element.getBytes(UTF_8), null, SOON), UTF_8);
    }

    private static String unwrapped(SoapEnvelope envelope, String reply) throws SoapException {
        return new String(envelope.unwrap(reply.getBytes(UTF_8), null, SOON).xml(), UTF_8);
    }
}
