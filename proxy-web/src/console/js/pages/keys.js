import {call} from '../core/api.js';
import {html} from '../core/html.js';
import {useLoad} from '../core/load.js';
import {may} from '../core/session.js';
import {t, textOrNull} from '../core/texts.js';
import {confirmed} from '../components/dialog.js';
import {notify} from '../components/notice.js';
import {Badge, ErrorBox, PageHead, Time} from '../components/parts.js';
import {Table} from '../components/table.js';

function keyColumns() {
  return [
    {label: t('keys.id'), cell: (one) => html`<code>${one.id}</code>`},
    {label: t('state'), cell: (one) => html`<${Badge} kind=${one.state === 'active' ? 'good' : 'plain'}>
      ${textOrNull(`keys.${one.state}`) ?? one.state}</${Badge}>`},
    {label: t('keys.algorithm'), cell: (one) => one.algorithm},
    {label: t('keys.published'), cell: (one) => html`<${Time} at=${one.published} />`},
    {label: t('keys.since'), cell: (one) => html`<${Time} at=${one.since} />`},
    {label: t('keys.until'), cell: (one) => html`<${Time} at=${one.until} />`},
  ];
}

/** The keys that sign tokens. */
export function KeysPage() {
  const loaded = useLoad((signal) => call('GET', ['keys'], {signal}).then((reply) => reply.data.keys), []);
  const rotate = async () => {
    const sure = await confirmed({title: t('keys.rotate'), text: t('keys.rotateText'), yes: t('keys.rotate')});
    if (sure) {
      await call('POST', ['keys', 'rotate']).then(() => notify(t('keys.rotated')), (failure) => notify(failure.heading, 'bad'));
      loaded.reload();
    }
  };
  return html`<${PageHead} title=${t('keys.title')} lead=${t('keys.lead')}>
      ${may('write') && html`<button type="button" onClick=${rotate}>${t('keys.rotate')}</button>`}</${PageHead}>
    <${ErrorBox} error=${loaded.error} retry=${loaded.reload} />
    ${loaded.data && html`<${Table} caption=${t('keys.title')} columns=${keyColumns()} rows=${loaded.data} keyOf=${(one) => one.id} />`}`;
}
