import type { Session } from '../api/Session.ts';

/** When a trial's first charge falls due, in milliseconds since 1970; `undefined` without a trial. */
export const trialEnd = ({ discount, server_time }: Session): number | undefined => {
  const days = discount?.trial_days_off;
  return days ? Date.parse(server_time) + days * 86_400_000 : undefined;
};
