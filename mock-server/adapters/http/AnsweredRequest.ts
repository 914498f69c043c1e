/** A request that was answered, as the log tells of it: nothing that was sent but its path. */
export interface AnsweredRequest {
  readonly method: string;
  readonly pathname: string;
  /** 0 when the connection was cut instead. */
  readonly status: number;
  readonly milliseconds: number;
  /** Why it was refused: the code and the detail of the problem document, which repeat nothing that was sent. */
  readonly problem?: string | undefined;
}
