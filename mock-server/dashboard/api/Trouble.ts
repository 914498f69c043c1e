import type { Reply } from '../../page-parts/requestReply.ts';

/** One thing that is wrong in what was sent, and where. */
export interface FieldFault {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
}

/** Why something did not work, in a sentence for people. */
export interface Trouble {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly FieldFault[];
}

const isFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' && value !== null && 'loc' in value && 'msg' in value;

/** What is wrong with an answer; nothing when it is a success. */
export const troubleOf = ({ status, code, body }: Reply): Trouble | undefined => {
  if (status === 0) {
    const detail = 'The mock server does not answer. Check that it is still running.';
    return { code, detail, faults: [] };
  }
  if (code === '') return undefined;
  const detail =
    typeof body['detail'] === 'string'
      ? body['detail']
      : `The mock server answered with ${String(status)}.`;
  const { errors } = body;
  return { code, detail, faults: Array.isArray(errors) ? errors.filter(isFault) : [] };
};
