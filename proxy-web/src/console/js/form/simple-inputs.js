import {fromLocalInput, toLocalInput} from '../core/format.js';
import {html} from '../core/html.js';
import {t} from '../core/texts.js';

/**
 * @typedef {Object} InputProps
 * @property {import('./fields.js').Field} field
 * @property {*} value
 * @property {function(*): void} onChange
 * @property {Object} attributes id, aria-describedby, aria-invalid, disabled
 */

/** @param {InputProps} props */
export function TextInput({field, value, onChange, attributes}) {
  return html`<input ...${attributes} type=${field.type === 'password' ? 'password' : 'text'}
    autocomplete=${field.type === 'password' ? 'new-password' : 'off'} spellcheck="false"
    placeholder=${field.example ?? ''} value=${value ?? ''}
    onInput=${(event) => onChange(event.target.value === '' ? null : event.target.value)} />`;
}

/** @param {InputProps} props */
export function AreaInput({value, onChange, attributes}) {
  return html`<textarea ...${attributes} rows="3" value=${value ?? ''}
    onInput=${(event) => onChange(event.target.value === '' ? null : event.target.value)}></textarea>`;
}

/** @param {InputProps} props */
export function NumberInput({field, value, onChange, attributes}) {
  return html`<input ...${attributes} type="number" min=${field.min} max=${field.max}
    step=${field.step ?? 1} value=${value ?? ''} placeholder=${field.default ?? ''}
    onInput=${(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} />`;
}

/** @param {InputProps} props */
export function SelectInput({field, value, onChange, attributes}) {
  const chosen = value ?? field.default ?? '';
  return html`<select ...${attributes} value=${chosen}
    onChange=${(event) => onChange(event.target.value || null)}>
    ${!field.options.includes(chosen) && html`<option value="">${t('choose')}</option>`}
    ${field.options.map((one) => html`<option value=${one} selected=${one === chosen}>
      ${field.texts ? `${t(`${field.texts}.${one}`)} (${one})` : one}</option>`)}
  </select>`;
}

/** @param {InputProps} props */
export function BoolInput({field, value, onChange, attributes}) {
  const on = value ?? field.default ?? false;
  return html`<span class="check"><input ...${attributes} type="checkbox" checked=${on}
    onChange=${(event) => onChange(event.target.checked)} /> <span aria-hidden="true">${t(on ? 'yes' : 'no')}</span></span>`;
}

/** @param {InputProps} props */
export function ChoicesInput({field, value, onChange, attributes}) {
  const chosen = value ?? field.default ?? [];
  const change = (one, on) => onChange(field.options.filter((other) => (other === one ? on : chosen.includes(other))));
  return html`<div class="checks">${field.options.map((one) => html`<label class="check">
    <input disabled=${attributes.disabled} type="checkbox" checked=${chosen.includes(one)}
      onChange=${(event) => change(one, event.target.checked)} />
    <span>${one}${field.texts ? html` <span class="faint">${t(`${field.texts}.${one}`)}</span>` : ''}</span>
  </label>`)}</div>`;
}

/** @param {InputProps} props */
export function TimeInput({value, onChange, attributes}) {
  return html`<input ...${attributes} type="datetime-local" value=${toLocalInput(value)}
    onChange=${(event) => onChange(fromLocalInput(event.target.value))} />`;
}
