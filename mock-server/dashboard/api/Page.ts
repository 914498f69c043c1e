/** A part of a list, as the server gives it. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
  readonly has_more: boolean;
}
