import { useEffect, useMemo } from 'preact/hooks';
import type { Api } from './api/createApi.ts';
import { createLive } from './live/createLive.ts';
import type { Place } from './route/Place.ts';
import type { Router } from './route/createRouter.ts';
import { screenOf } from './screens/screenOf.tsx';
import { DashboardContext } from './useDashboard.ts';
import { Side } from './views/Side.tsx';

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** One account: where to go in it beside the screen one is at, on one connection for what changes. */
export const AccountView = (props: {
  api: Api;
  router: Router;
  place: Place;
  accountId: string;
}) => {
  const { api, place, accountId } = props;
  const live = useMemo(() => {
    const stream = `/accounts/${encodeURIComponent(accountId)}/stream`;
    return createLive({ open: (signal) => api.open(stream, signal), wait });
  }, [api, accountId]);
  useEffect(
    () => () => {
      live.close();
    },
    [live],
  );
  const Shown = screenOf(place);
  return (
    <DashboardContext.Provider value={{ ...props, live }}>
      <a class="skip btn" href="#main">
        Skip to content
      </a>
      <div class="app">
        <Side />
        <main class="page" id="main" tabIndex={-1}>
          <Shown key={`${place.section}/${place.id ?? ''}`} />
        </main>
      </div>
    </DashboardContext.Provider>
  );
};
