import type { FrameLocator, Page } from '@playwright/test';
import type { Account, Session } from '../createAccount.ts';

export interface Stage {
  readonly account: Account;
  readonly session: Session;
  readonly page: Page;
  /** The hosted page itself: the page, or the frame in it. */
  readonly view: Page | FrameLocator;
}

export interface HostedState {
  readonly name: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** More fields, of what has to be made first. */
  make?(account: Account): Promise<Readonly<Record<string, unknown>>>;
  /** On which surface it exists; both when not said. */
  readonly only?: 'page' | 'frame';
  /** The state it is reached from; a freshly loaded page when not said. */
  readonly follows?: string;
  /** What has to be so before the page loads. */
  before?(stage: Omit<Stage, 'view'>): Promise<void>;
  /** From the loaded page to the state, which is then on the screen. */
  reach(stage: Stage): Promise<void>;
}
