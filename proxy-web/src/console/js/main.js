import {render} from 'preact';
import {html} from './core/html.js';
import {watchIdle} from './core/idle.js';
import {resumeSession} from './core/session.js';
import {loadTexts, preferredLanguage} from './core/texts.js';
import {applyTheme, currentTheme} from './core/theme.js';
import {Shell} from './shell/shell.js';

applyTheme(currentTheme());
watchIdle();
await Promise.all([loadTexts(preferredLanguage()), resumeSession()]);
render(html`<${Shell} />`, document.getElementById('app'));
