import {html} from '../core/html.js';
import {t, textOrNull} from '../core/texts.js';
import {JsonInput, LabelsInput, NameInput, NamesInput, NumbersInput} from './compound-inputs.js';
import {FramingInput} from './framing-input.js';
import {AreaInput, BoolInput, ChoicesInput, NumberInput, SelectInput, TextInput, TimeInput} from './simple-inputs.js';

/**
 * @typedef {Object} Field
 * @property {string} name of the member
 * @property {string} type of INPUTS
 * @property {*} [default] that the server takes where the member is left out
 * @property {string[]} [options]
 * @property {string} [of] the list whose names are suggested
 * @property {boolean} [required]
 * @property {boolean} [rare] shown when asked for
 * @property {boolean} [fixed] cannot be changed once the item exists
 */

const INPUTS = {
  text: TextInput,
  password: TextInput,
  area: AreaInput,
  number: NumberInput,
  select: SelectInput,
  bool: BoolInput,
  choices: ChoicesInput,
  time: TimeInput,
  name: NameInput,
  names: NamesInput,
  labels: LabelsInput,
  numbers: NumbersInput,
  json: JsonInput,
  framing: FramingInput,
};

/** Inputs that are several, each with a name of its own. */
const GROUPED = ['choices', 'numbers'];

/** A member with its name, an explanation, its input, and what is wrong with it. */
export function FieldRow({kind, field, value, onChange, faults, disabled}) {
  const id = `field-${field.name}`;
  const help = textOrNull(`${kind}.${field.name}.help`);
  const described = [help && `${id}-help`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ');
  const attributes = {
    id,
    disabled,
    required: field.required,
    'aria-describedby': described || undefined,
    'aria-invalid': faults.length > 0 ? 'true' : undefined,
  };
  const Input = INPUTS[field.type];
  const name = html`${t(`${kind}.${field.name}`)}${field.required && html` <span class="must">${t('required')}</span>`}`;
  const group = GROUPED.includes(field.type);
  return html`<div class="field">
    ${group ? html`<span class="label" id=${`${id}-name`}>${name}</span>` : html`<label for=${id}>${name}</label>`}
    <div role=${group ? 'group' : undefined} aria-labelledby=${group ? `${id}-name` : undefined}>
      <${Input} field=${field} value=${value} onChange=${onChange} attributes=${attributes} />
      ${help && html`<p class="help" id=${`${id}-help`}>${help}</p>`}
      ${faults.length > 0 && html`<p class="fault" id=${`${id}-fault`} lang="en">
        ${faults.map((fault) => `${fault.member}: ${fault.message}`).join(' ')}</p>`}
    </div>
  </div>`;
}

/** All members of an item; the rare ones when asked for. */
export function Fields({kind, fields, draft, onChange, faults, disabled}) {
  const faultsOf = (field) => faults.filter((fault) => fault.member.split('/')[1] === field.name);
  const row = (field) => html`<${FieldRow} key=${field.name} kind=${kind} field=${field}
    value=${draft[field.name]} disabled=${disabled || (field.fixed && !draft.isNew)} faults=${faultsOf(field)}
    onChange=${(value) => onChange(field.name, value)} />`;
  const rare = fields.filter((field) => field.rare);
  return html`${fields.filter((field) => !field.rare).map(row)}
    ${rare.length > 0 && html`<details open=${rare.some((field) => faultsOf(field).length > 0)}><summary>${t('form.rare')}</summary>${rare.map(row)}</details>`}`;
}
