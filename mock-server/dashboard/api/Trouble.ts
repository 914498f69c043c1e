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
  /** The server has said no, so that nothing was changed. Without it, what was asked for may have been done. */
  readonly refused: boolean;
  readonly faults: readonly FieldFault[];
}

const isFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' && value !== null && 'loc' in value && 'msg' in value;

/** A server in trouble says nothing of what it has done, nor does one that is still busy with the first request. */
const saysNo = (status: number, code: string): boolean =>
  status < 500 && code !== 'api_error' && code !== 'idempotency_in_progress';

/** What is wrong with an answer; nothing when it is a success. */
export const troubleOf = ({ status, code, body }: Reply): Trouble | undefined => {
  if (status === 0) {
    const detail = 'The mock server does not answer. Check that it is still running.';
    return { code, detail, refused: false, faults: [] };
  }
  if (code === '') return undefined;
  const detail =
    typeof body['detail'] === 'string'
      ? body['detail']
      : `The mock server answered with ${String(status)}.`;
  const { errors } = body;
  return {
    code,
    detail,
    refused: saysNo(status, code),
    faults: Array.isArray(errors) ? errors.filter(isFault) : [],
  };
};
