import {formatAgo} from '../core/format.js';
import {html} from '../core/html.js';
import {useLoad, useTick} from '../core/load.js';
import {t} from '../core/texts.js';

/** How long a panel waits. One node that hangs freezes no other panel. */
export const PANEL_MILLIS = 1000;

/**
 * A part of a page that asks for itself, and shows the age of what it has.
 *
 * @param {{title: string, load: function(AbortSignal): Promise<*>, every: number, wide: boolean,
 *     children: function(*, function(): void): *}} props
 */
export function Panel({title, load, on = [], every = 5000, wide = false, children}) {
  const loaded = useLoad(load, on, every);
  useTick(1000);
  const old = loaded.error && loaded.at;
  return html`<section class=${wide ? 'panel wide' : 'panel'} aria-label=${title}>
    <header><h2>${title}</h2>
      <span class=${old ? 'age warn' : 'age'}>${loaded.at ? formatAgo(loaded.at) : ''}</span></header>
    ${loaded.error && html`<p class="late">
      ${old ? t('panel.old') : loaded.error.heading ?? String(loaded.error.message)}</p>`}
    ${loaded.data !== null ? children(loaded.data, loaded.reload) : !loaded.error && html`<p class="faint">${t('loading')}</p>`}
  </section>`;
}
