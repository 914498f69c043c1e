/** Something that happened. */
export interface EventRecord {
  readonly id: string;
  readonly type: string;
  readonly created_at: string;
  readonly data: { readonly object: { readonly id?: unknown; readonly [name: string]: unknown } };
}

/** The id of what an event is about. */
export const subjectOfEventRecord = ({ data }: EventRecord): string =>
  typeof data.object.id === 'string' ? data.object.id : '–';
