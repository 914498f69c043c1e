import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from './api/createApi.ts';
import type { Live } from './live/createLive.ts';
import type { Place } from './route/Place.ts';
import type { Router } from './route/createRouter.ts';

/** What every screen of an account may use. */
export interface Dashboard {
  readonly api: Api;
  readonly live: Live;
  readonly router: Router;
  readonly place: Place;
  readonly accountId: string;
}

export const DashboardContext = createContext<Dashboard | undefined>(undefined);

/** For what is drawn inside an account. */
export const useDashboard = (): Dashboard => {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('Failed to draw the screen: it is outside of an account.');
  return dashboard;
};
