/** A seed file that nothing was taken from; its message names each mistake with its line. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}
