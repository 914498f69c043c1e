/** Times in records are milliseconds since 1970 on the account's clock. */
export interface Dated {
  readonly id: string;
  readonly created_at: number;
  readonly updated_at: number;
}
