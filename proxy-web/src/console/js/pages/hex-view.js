import {html} from '../core/html.js';
import {formatNumber} from '../core/format.js';
import {t} from '../core/texts.js';

const COLOURS = 5;
const ROW_BYTES = 16;
const ROWS_SHOWN = 256;

/** The number of the colour of each byte, by the fields of the frames; null: of no field. */
function coloursOf(frames, length) {
  const colours = new Array(length).fill(null);
  const names = [];
  for (const frame of frames ?? []) {
    for (const field of frame.fields) {
      if (!names.includes(field.name)) {
        names.push(field.name);
      }
      colours.fill(names.indexOf(field.name) % COLOURS, field.offset, Math.min(length, field.offset + field.bytes));
    }
  }
  return {colours, names};
}

function rowOf(hex, text, colours, start) {
  const bytes = [];
  for (let at = start; at < start + ROW_BYTES && at * 2 < hex.length; at++) {
    bytes.push(html`<span class=${colours[at] === null ? '' : `byte-${colours[at]}`}>${hex.slice(at * 2, at * 2 + 2)}</span> `);
  }
  return html`<tr role="row"><th role="rowheader" scope="row">${start.toString(16).padStart(4, '0')}</th><td role="cell">${bytes}</td>
    <td role="cell" class="text">${text.slice(start, start + ROW_BYTES)}</td></tr>`;
}

/**
 * Bytes in hex and text, with the fields of the framing in colours.
 *
 * @param {{title: string, shown: {bytes: number, cut: boolean, hex: string, text: string, frames: Array}}} props
 */
export function HexView({title, shown}) {
  if (!shown || shown.bytes === 0) {
    return html`<section class="hex"><h3>${title}</h3><p class="faint">${t('hex.nothing')}</p></section>`;
  }
  const length = shown.hex.length / 2;
  const {colours, names} = coloursOf(shown.frames, length);
  const rows = Math.min(ROWS_SHOWN, Math.ceil(length / ROW_BYTES));
  return html`<section class="hex"><h3>${title} <span class="faint">${t('hex.bytes', {n: formatNumber(shown.bytes)})}</span></h3>
    <div class="table-frame" tabindex="0" role="region" aria-label=${title}><table role="table">
      <thead class="unseen"><tr role="row"><th scope="col">${t('hex.offset')}</th><th scope="col">${t('hex.hex')}</th><th scope="col">${t('hex.text')}</th></tr></thead>
      <tbody role="rowgroup">
      ${Array.from({length: rows}, (unused, row) => rowOf(shown.hex, shown.text, colours, row * ROW_BYTES))}</tbody></table></div>
    ${names.length > 0 && html`<p>${names.map((name, index) => html`<span class=${`key byte-${index % COLOURS}`}>${name}</span> `)}</p>`}
    ${(shown.frames ?? []).map((frame, index) => html`<${FrameFields} key=${index} frame=${frame} number=${index + 1} />`)}
    ${shown.rest && html`<p class="box warn"><strong>${t(`rest.${shown.rest.state}`, {at: shown.rest.offset})}</strong> <span lang="en">${shown.rest.reason}</span></p>`}
    ${shown.cut && html`<p class="faint">${t('hex.cut')}</p>`}
  </section>`;
}

function FrameFields({frame, number}) {
  return html`<details open><summary>${t('hex.frame', {n: number, bytes: frame.length})}</summary>
    <dl class="facts">${frame.fields.map((field) => html`<div><dt>${field.name} <span class="faint">@${field.offset}, ${field.bytes}</span></dt>
      <dd><code class="long">${field.value ?? field.text}</code></dd></div>`)}</dl>
    ${frame.remark && html`<p class="box warn" lang="en">${frame.remark}</p>`}</details>`;
}
