import { protocolVersion } from '../protocol/version.ts';
/** y */
export const w = (): number => protocolVersion;
