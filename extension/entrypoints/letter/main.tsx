import '../../ui/tokens.css';
import '../../ui/page.css';
import '../../ui/status.css';
import '../../letter/letter.css';
import { render } from 'preact';
import { LetterPage } from '../../letter/letter-page.tsx';

const root = document.querySelector('#app');
if (root) render(<LetterPage code={decodeURIComponent(location.hash.slice(1))} />, root);
