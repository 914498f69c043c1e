import { hostedPageAssets } from '../generated/hostedPageAssets.ts';

/** The address of a built file, which has a hash in its name. */
export const assetPath = (name: string, extension: string): string => {
  const start = `/assets/${name}-`;
  const path = Object.keys(hostedPageAssets).find(
    (key) => key.startsWith(start) && key.endsWith(`.${extension}`),
  );
  if (path === undefined) {
    throw new Error(`Failed to find ${name}.${extension}: it is not built. Run "npm run build".`);
  }
  return path;
};
