import { render } from 'preact';
import { createApi } from './api/createApi.ts';
import { App } from './App.tsx';
import { createRouter } from './route/createRouter.ts';

const root = document.getElementById('dashboard');
if (root) render(<App api={createApi()} router={createRouter(window)} />, root);
