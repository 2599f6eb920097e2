import {html} from '../core/html.js';
import {t} from '../core/texts.js';

const TYPES = ['length-prefix', 'delimiter', 'stx-etx', 'fixed', 'close'];
const MEMBERS = {
  'length-prefix': [
    {name: 'bytes', type: 'number', default: 4},
    {name: 'encoding', options: ['BINARY', 'BINARY_LE', 'ASCII', 'EBCDIC', 'BCD', 'HEX']},
    {name: 'includesPrefix', type: 'bool'},
    {name: 'adjust', type: 'number', default: 0},
    {name: 'headerHex'},
  ],
  delimiter: [{name: 'hex'}],
  'stx-etx': [{name: 'lrc', type: 'bool', default: true}],
  fixed: [{name: 'bytes', type: 'number'}, {name: 'padHex'}],
  close: [],
};

/** What a type cannot do without. */
const STARTS = {delimiter: {hex: '0A'}, fixed: {bytes: 120}, 'length-prefix': {bytes: 4, encoding: 'BINARY'}};

function Member({member, value, change, id, disabled}) {
  const label = t(`framing.${member.name}`);
  if (member.options) {
    return html`<label class="part"><span>${label}</span>
      <select id=${id} disabled=${disabled} value=${value ?? member.options[0]}
        onChange=${(event) => change(event.target.value)}>
        ${member.options.map((one) => html`<option value=${one}>${one}</option>`)}
      </select></label>`;
  }
  if (member.type === 'bool') {
    return html`<label class="check"><input id=${id} type="checkbox" disabled=${disabled}
      checked=${value ?? member.default ?? false} onChange=${(event) => change(event.target.checked)} /> ${label}</label>`;
  }
  const number = member.type === 'number';
  return html`<label class="part"><span>${label}</span>
    <input id=${id} disabled=${disabled} type=${number ? 'number' : 'text'} spellcheck="false"
      placeholder=${member.default ?? ''} value=${value ?? ''}
      onInput=${({target}) => change(target.value === '' ? undefined : number ? Number(target.value) : target.value)} /></label>`;
}

/**
 * How requests and replies are told apart on a connection. What it does not show, such as a
 * correlation, stays as it is.
 *
 * @param {import('./simple-inputs.js').InputProps} props
 */
export function FramingInput({value, onChange, attributes}) {
  const type = value?.type ?? '';
  const choose = (next) => onChange(next ? {type: next, ...STARTS[next]} : null);
  return html`<div class="row">
    <select ...${attributes} value=${type} onChange=${(event) => choose(event.target.value)}>
      <option value="">${t('framing.none')}</option>
      ${TYPES.map((one) => html`<option value=${one}>${t(`framing.${one}`)} (${one})</option>`)}
    </select>
    ${(MEMBERS[type] ?? []).map((member) => html`<${Member} key=${`${type}-${member.name}`}
      member=${member} value=${value[member.name]} disabled=${attributes.disabled}
      id=${`${attributes.id}-${member.name}`}
      change=${(next) => onChange({...value, [member.name]: next})} />`)}
  </div>`;
}
