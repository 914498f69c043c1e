import { pageConfig } from '../shop-server/pages/pageConfig.ts';

export default pageConfig(import.meta.dirname, { script: 'success.ts' });
