/** One thing that is wrong in a request, and where: `["body", "line_items", 0, "price_id"]`. */
export interface FieldError {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}
