import { cloneMessage } from './cloneMessage.ts';
import { soon } from './soon.ts';

/** One end of a channel that stays in this realm: data is cloned, as between two pages. */
class FakePort {
  other: FakePort | undefined;
  closed = false;
  private readonly waiting: unknown[] = [];
  private listener: ((event: { readonly data: unknown }) => void) | null = null;

  get onmessage(): ((event: { readonly data: unknown }) => void) | null {
    return this.listener;
  }

  set onmessage(listener: ((event: { readonly data: unknown }) => void) | null) {
    this.listener = listener;
    for (const data of this.waiting.splice(0)) this.deliver(data);
  }

  postMessage(data: unknown): void {
    const { other } = this;
    const clone: unknown = cloneMessage(data);
    if (!this.closed) soon(() => other?.deliver(clone));
  }

  close(): void {
    this.closed = true;
  }

  private deliver(data: unknown): void {
    if (this.closed) return;
    if (this.listener) this.listener({ data });
    else this.waiting.push(data);
  }
}

/** A `MessageChannel` whose messages arrive in the next microtask. */
export class FakeMessageChannel {
  readonly port1 = new FakePort() as unknown as MessagePort;
  readonly port2 = new FakePort() as unknown as MessagePort;

  constructor() {
    const [one, two] = [this.port1, this.port2] as unknown as [FakePort, FakePort];
    one.other = two;
    two.other = one;
  }
}
