import {html} from '../core/html.js';

/**
 * @typedef {Object} Column
 * @property {string} label
 * @property {function(Object): *} cell
 * @property {string} [sort] the value of sort that orders by it
 */

/** The rows one can go to with the arrow keys. */
function moveFocus(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const row = event.target.closest('tr');
  if (!step || !row || event.target.matches('input, select')) {
    return;
  }
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector('a, button, input');
  if (link) {
    event.preventDefault();
    link.focus();
  }
}

/**
 * A table that becomes cards on a narrow screen; the roles keep it a table for screen readers.
 *
 * @param {{caption: string, columns: Column[], rows: Object[], keyOf: function(Object): string}} props
 */
export function Table({caption, columns, rows, keyOf, busy = false}) {
  return html`<div class="table-frame" aria-busy=${busy ? 'true' : 'false'}>
    <table role="table" onKeyDown=${moveFocus}>
      <caption class="unseen">${caption}</caption>
      <thead role="rowgroup"><tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${column.label}</th>`)}
      </tr></thead>
      <tbody role="rowgroup">
        ${rows.map((row) => html`<tr role="row" key=${keyOf(row)}>
          ${columns.map((column) => html`<td role="cell" data-label=${column.label}>
            ${column.cell(row) ?? '–'}
          </td>`)}
        </tr>`)}
      </tbody>
    </table>
  </div>`;
}
