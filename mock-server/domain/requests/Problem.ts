import { nearestName } from './nearestName.ts';

/** One thing that is wrong in a request, and where: `["body", "line_items", 0, "price_id"]`. */
export interface FieldError {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

/** Who sends more mistakes than these has made one that the first of them shows. */
export const mostErrors = 100;

/** A body may be nested as deeply as it is long, and a name as long as the body: an answer need not be. */
const mostSteps = 20;
const mostLetters = 255;

/** The place of a fault, as far as it helps to find it. */
function shorten(loc: FieldError['loc']): FieldError['loc'] {
  const cut = loc
    .slice(0, mostSteps)
    .map((step) =>
      typeof step === 'string' && step.length > mostLetters
        ? `${step.slice(0, mostLetters)}…`
        : step,
    );
  return loc.length > mostSteps ? [...cut, '…'] : cut;
}

const suggestion = 'Perhaps you mean ';

/** A member that no operation knows, and the one of those there are that was probably meant. */
export function unknownField(loc: FieldError['loc'], known: readonly string[] = []): FieldError {
  const meant = nearestName(String(loc.at(-1)), known);
  const advice = meant === undefined ? 'Remove it, or check its name' : `${suggestion}${meant}`;
  return { loc, msg: `This field is not known. ${advice}`, type: 'unknown_field' };
}

/** A name that was given several times, of which only one value could count. */
export function repeatedField(loc: FieldError['loc']): FieldError {
  return { loc, msg: 'Give this once', type: 'repeated' };
}

/** A request that is refused: what becomes of it is an RFC 9457 problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  /** `detail` says what is wrong and what to change; it never repeats a value that was sent. */
  constructor(
    status: number,
    code: string,
    detail: string,
    more: {
      readonly members?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.members = more.members ?? {};
    this.headers = more.headers ?? {};
  }

  /** A body that was read and is wrong: 422, each fault with its place. */
  static invalid(all: readonly FieldError[], code = 'validation_failed'): Problem {
    // A name that is a little wrong explains what is missing, and not the other way round.
    const isMisnamed = ({ msg }: FieldError): boolean => msg.includes(suggestion);
    const inOrder = [...all.filter(isMisnamed), ...all.filter((error) => !isMisnamed(error))];
    const errors = inOrder
      .slice(0, mostErrors)
      .map((error) => ({ ...error, loc: shorten(error.loc) }));
    const [first] = errors;
    const place = first?.loc.slice(1).join('.');
    const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more in errors)` : '';
    const detail = `${place ? `${place}: ` : ''}${first?.msg ?? 'The body is wrong'}${more}.`;
    return new Problem(422, code, detail, { members: { errors } });
  }

  /** Names what was looked for, never the id: an unknown one and another account's must read the same. */
  static notFound(
    what: string,
    advice = 'Check the id, and the account that it belongs to.',
  ): Problem {
    return new Problem(404, 'not_found', `There is no such ${what} here. ${advice}`);
  }
}
