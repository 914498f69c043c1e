import { protocolVersion } from './protocol/version.ts';
/** x */
export const v = (): string => (__DEV__ ? 'dev' + protocolVersion : 'p');
