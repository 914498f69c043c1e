import { Problem, type FieldError } from '../domain/requests/Problem.ts';

/** What `work` came to, or everything that it was refused for. */
export function collectFaults<T>(work: () => T): { readonly value: T } | readonly FieldError[] {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { errors } = error.members as { readonly errors?: readonly FieldError[] };
    return errors ?? [{ loc: ['body'], msg: error.message, type: error.code }];
  }
}
