import {html} from '../core/html.js';
import {linkTo} from '../core/router.js';
import {may} from '../core/session.js';
import {t} from '../core/texts.js';
import {Note, PageHead} from '../components/parts.js';
import {Tabs} from '../components/tabs.js';
import {AssistView} from './workbench-assist.js';
import {DecodeView} from './workbench-decode.js';
import {TryView} from './workbench-try.js';

const BENCHES = {'': TryView, '+decode': DecodeView, '+assist': AssistView};

/** Where a server's protocol is tried out: send a sample, take frames apart, put replies to rules. */
export function WorkbenchPage({path, query}) {
  const name = path[0] ?? '';
  const View = BENCHES[name] ?? TryView;
  return html`<${PageHead} title=${t('workbench.title')} lead=${t('workbench.lead')} />
    ${!may('operate') ? html`<${Note} kind="warn">${t('workbench.notAllowed')}</${Note}>` : html`
      <${Tabs} label=${t('workbench.title')} tabs=${Object.keys(BENCHES).map((one) => ({
        href: linkTo(one ? ['workbench', one] : ['workbench'], {server: query.server}),
        label: t(`workbench.${one.slice(1) || 'try'}`),
        on: one === name,
      }))} />
      <${View} query=${query} />`}`;
}
