import { soon } from './soon.ts';

/** The `BroadcastChannel` of one browser: pages that are given the same one hear each other. */
export function createFakeTabs(): typeof BroadcastChannel {
  const open = new Set<FakeChannel>();
  class FakeChannel {
    readonly name: string;
    onmessage: ((event: { readonly data: unknown }) => void) | null = null;

    constructor(name: string) {
      this.name = name;
      open.add(this);
    }

    postMessage(data: unknown): void {
      const others = [...open].filter((one) => one !== this && one.name === this.name);
      soon(() => {
        for (const one of others) if (open.has(one)) one.onmessage?.({ data });
      });
    }

    close(): void {
      open.delete(this);
    }
  }
  return FakeChannel as unknown as typeof BroadcastChannel;
}
