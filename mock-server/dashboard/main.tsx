import { render } from 'preact';
import { App } from './App.tsx';
import { createRouter } from './route/createRouter.ts';

const root = document.getElementById('dashboard');
if (root) render(<App router={createRouter(window)} />, root);
