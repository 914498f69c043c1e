import type { AccountChange } from '../../domain/changes/AccountChange.ts';
import { accountId } from '../requests/accountId.ts';
import type { Route } from '../Route.ts';
import type { ServerContext } from '../ServerContext.ts';

const heartbeat = 15_000;

/** As many as a follower may be behind. It is cut off then, comes back by itself and looks again. */
const mostWaiting = 1000;

/** Changes as server-sent events, with a comment now and then that keeps the connection open. */
function streamOf(follow: (listener: (change: AccountChange) => void) => () => void) {
  let stop = (): void => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const send = (text: string): void => {
        if ((controller.desiredSize ?? 0) < -mostWaiting) {
          stop();
          controller.close();
          return;
        }
        controller.enqueue(encoder.encode(text));
      };
      send('retry: 1000\n\n');
      const unfollow = follow((change) => {
        send(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
      });
      const timer = setInterval(send, heartbeat, ':\n\n');
      if (typeof timer === 'object') timer.unref();
      stop = () => {
        unfollow();
        clearInterval(timer);
      };
    },
    cancel() {
      stop();
    },
  });
}

/** `/stream`: what changes in an account, as it changes. */
export function controlStream({ worlds }: ServerContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/_mock/accounts/:account_id/stream',
      respond(_request, params, requestId) {
        const id = accountId(params);
        return new Response(
          streamOf((listener) => worlds.follow(id, listener)),
          {
            headers: {
              'content-type': 'text/event-stream',
              'cache-control': 'no-store',
              'x-request-id': requestId,
            },
          },
        );
      },
    },
  ];
}
