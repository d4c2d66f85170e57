import '../../ui/tokens.css';
import '../../ui/page.css';
import '../../ui/status.css';
import { render } from 'preact';
import { Options } from '../../options/options.tsx';

const root = document.querySelector('#app');
if (root) render(<Options />, root);
