import '../../ui/tokens.css';
import '../../ui/page.css';
import '../../ui/status.css';
import { render } from 'preact';
import { Popup } from '../../panel/popup.tsx';

const root = document.querySelector('#app');
if (root) render(<Popup />, root);
