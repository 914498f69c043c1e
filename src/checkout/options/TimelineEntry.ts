/** One moment of a checkout, for whoever looks into it. It holds no token and nothing of the shopper. */
export interface TimelineEntry {
  /** Milliseconds since the page began. */
  readonly at: number;
  /** An event, a phase, or a message on the wire. */
  readonly type: string;
  /** A code or a phase. */
  readonly detail: string | undefined;
}
