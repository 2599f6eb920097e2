import {html} from '../core/html.js';

/** Views of one page, each with an address. @param {{tabs: Array<{href: string, label: string, on: boolean}>}} props */
export function Tabs({tabs, label}) {
  return html`<nav class="tabs" aria-label=${label}>
    ${tabs.map((tab) => html`<a href=${tab.href} aria-current=${tab.on ? 'page' : undefined}>${tab.label}</a>`)}
  </nav>`;
}
