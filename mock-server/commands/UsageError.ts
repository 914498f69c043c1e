/** A wrong way to call the command; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
