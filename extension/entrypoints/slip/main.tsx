import '../../ui/tokens.css';
import '../../ui/page.css';
import '../../ui/slip.css';
import { render } from 'preact';
import { SlipPage } from '../../panel/slip-page.tsx';

const root = document.querySelector('#app');
if (root) render(<SlipPage />, root);
