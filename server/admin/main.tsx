import { render } from 'preact';
import './admin.css';
import './layout.css';
import { createApi } from './api.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<App api={createApi((path, init) => fetch(path, init))} />, root);
