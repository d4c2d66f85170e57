import '../../ui/tokens.css';
import '../../ui/page.css';
import '../../ui/today.css';
import '../../ui/score.css';
import '../../ui/work.css';
import '../../ui/status.css';
import '../../ui/teach.css';
import { render } from 'preact';
import { App } from '../../panel/app.tsx';

const root = document.querySelector('#app');
if (root) render(<App />, root);
