import {useState} from 'hooks';
import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';
import {ErrorBox} from '../components/parts.js';
import {FramingInput} from '../form/framing-input.js';
import {HexView} from './hex-view.js';

/** Finds the frames in bytes that were recorded. */
export function DecodeView() {
  const [framing, setFraming] = useState({type: 'length-prefix', bytes: 4, encoding: 'BINARY'});
  const [hex, setHex] = useState('');
  const [charset, setCharset] = useState('');
  const [result, setResult] = useState(null);
  const [error, setError] = useState(null);
  const send = async (event) => {
    event.preventDefault();
    setError(null);
    try {
      const body = {framing, hex, ...(charset ? {charset} : {})};
      const {data} = await call('POST', ['framing', 'decode'], {body});
      const plain = hex.replace(/\s+/g, '');
      setResult({...data, hex: plain, cut: false, text: textOf(data, plain.length / 2)});
    } catch (failure) {
      setResult(null);
      setError(failure);
    }
  };
  return html`<form onSubmit=${send}><p class="lead">${t('decode.lead')}</p>
    <div class="stacked"><label for="decode-framing">${t('server.framing')}</label>
      <${FramingInput} value=${framing} onChange=${setFraming} attributes=${{id: 'decode-framing'}} /></div>
    <label class="stacked"><span>${t('decode.hex')}</span>
      <textarea class="code" rows="5" spellcheck="false" placeholder="00 00 00 05 48 65 6C 6C 6F" value=${hex}
        onInput=${(event) => setHex(event.target.value)}></textarea></label>
    <label class="stacked"><span>${t('server.charset')}</span>
      <input value=${charset} placeholder="UTF-8" onInput=${(event) => setCharset(event.target.value)} /></label>
    <${ErrorBox} error=${error} />
    <button type="submit" class="primary" disabled=${!framing || !hex.trim()}>${t('decode.go')}</button>
  </form>
  ${result && html`<section aria-live="polite"><${HexView} title=${t('decode.result')} shown=${result} /></section>`}`;
}

/** The text of the fields at their places. */
function textOf(data, length) {
  const text = new Array(length).fill('.');
  for (const frame of data.frames) {
    for (const field of frame.fields) {
      [...field.text].slice(0, field.bytes).forEach((one, index) => (text[field.offset + index] = one));
    }
  }
  return text.join('');
}
