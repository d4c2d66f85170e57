import { render } from 'preact';
import './admin.css';
import './layout.css';
import './head.css';
import './print.css';
import { createApi } from './api.ts';
import { App } from './app.tsx';
import { speak } from './text.ts';
import { keptLanguage } from './use-language.ts';

const root = document.getElementById('app');
const show = () => root && render(<App api={createApi((path, init) => fetch(path, init))} />, root);
// Without its words the page is still of use in Vietnamese.
speak(keptLanguage()).then(show, show);
