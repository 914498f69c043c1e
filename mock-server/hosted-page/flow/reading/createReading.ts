import { sessionIn } from '../../api/Session.ts';
import type { Prefill } from '../../state/prefillValues.ts';
import type { Loader } from '../createLoader.ts';
import type { Flow } from '../Flow.ts';
import { showFailed, showForm } from './showForm.ts';

/** Reads the session and shows what it says. */
export interface Reading {
  readonly load: () => Promise<void>;
  /** Reads again what the form shows. Every other phase asks by itself. */
  readonly refresh: () => Promise<void>;
  /** The same, if the last time is a while ago. */
  readonly refreshIfOld: () => void;
}

const old = 30_000;

export const createReading = (flow: Flow, loader: Loader, prefill: () => Prefill): Reading => {
  const { store, api } = flow;
  let lastRead = 0;
  const read = async (first: boolean): Promise<void> => {
    lastRead = performance.now();
    const reply = await api.readSession();
    const session = reply.status === 200 ? sessionIn(reply.body) : undefined;
    if (session) {
      flow.clock.set(session.server_time);
      await flow.dress(session);
    }
    // A read that fails leaves the form as it is, for Pay to find out.
    if (!first && (!session || store.get().phase.name !== 'form')) return;
    if (!session) {
      // What cannot be tried again has its words in the second half.
      const isUnknown = reply.code === 'token_rejected';
      if (isUnknown) await loader.load();
      // The merchant's page knows no other word of the API's: it would take one for a breach of the protocol.
      showFailed(flow, isUnknown || reply.status === 0 ? reply.code : 'api_error');
      return;
    }
    if (session.state === 'open') showForm(flow, session, prefill());
    else (await loader.load()).showClosed(session);
  };
  const refresh = async (): Promise<void> => {
    if (store.get().phase.name === 'form') await read(false).catch(() => undefined);
  };
  return {
    load: () =>
      read(true).catch(() => {
        showFailed(flow, 'network');
      }),
    refresh,
    refreshIfOld: () => {
      if (performance.now() - lastRead >= old) void refresh();
    },
  };
};
