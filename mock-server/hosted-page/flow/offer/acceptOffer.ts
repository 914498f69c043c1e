import type { Flow } from '../Flow.ts';

/** The shopper agrees: the offered order is now the order, and it is paid with the card that is filled in. */
export const acceptOffer = ({ store }: Flow, pay: () => void): void => {
  const { phase } = store.get();
  if (phase.name !== 'offer' || phase.busy) return;
  if (store.enter({ name: 'paying' }, { session: phase.offered })) pay();
};
