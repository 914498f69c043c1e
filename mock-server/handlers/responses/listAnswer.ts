interface Page<R> {
  readonly data: readonly R[];
  /** How many match, on every page. */
  readonly total: number;
}

/** A page of records as every list answers it. */
export function listAnswer<R, V>(
  { data, total }: Page<R>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  view: (record: R) => V,
) {
  return {
    data: data.map((record) => view(record)),
    limit,
    offset,
    total,
    has_more: offset + data.length < total,
  };
}
