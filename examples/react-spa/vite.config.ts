import react from '@vitejs/plugin-react';
import { pageConfig } from '../shop-server/pages/pageConfig.ts';

export default pageConfig(import.meta.dirname, { plugins: [react()] });
