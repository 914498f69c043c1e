import type { FunctionComponent } from 'preact';
import type { Place } from '../route/Place.ts';
import { CatalogueScreen } from './CatalogueScreen.tsx';
import { ClockScreen } from './ClockScreen.tsx';
import { CreateSessionScreen } from './CreateSessionScreen.tsx';
import { CustomerScreen } from './CustomerScreen.tsx';
import { CustomersScreen } from './CustomersScreen.tsx';
import { EventScreen } from './EventScreen.tsx';
import { EventsScreen } from './EventsScreen.tsx';
import { PaymentScreen } from './PaymentScreen.tsx';
import { PaymentsScreen } from './PaymentsScreen.tsx';
import { RequestsScreen } from './RequestsScreen.tsx';
import { SessionScreen } from './SessionScreen.tsx';
import { SessionsScreen } from './SessionsScreen.tsx';
import { SubscriptionScreen } from './SubscriptionScreen.tsx';
import { SubscriptionsScreen } from './SubscriptionsScreen.tsx';
import { UnknownScreen } from './UnknownScreen.tsx';

interface Section {
  readonly list: FunctionComponent;
  readonly one?: FunctionComponent;
}

const sections: Readonly<Record<string, Section>> = {
  '': { list: SessionsScreen },
  'checkout-sessions': { list: SessionsScreen, one: SessionScreen },
  payments: { list: PaymentsScreen, one: PaymentScreen },
  subscriptions: { list: SubscriptionsScreen, one: SubscriptionScreen },
  customers: { list: CustomersScreen, one: CustomerScreen },
  catalogue: { list: CatalogueScreen },
  events: { list: EventsScreen, one: EventScreen },
  requests: { list: RequestsScreen },
  clock: { list: ClockScreen },
};

/** The screen at an address. */
export const screenOf = ({ section, id }: Place): FunctionComponent => {
  if (section === 'checkout-sessions' && id === 'new') return CreateSessionScreen;
  const found = Object.hasOwn(sections, section) ? sections[section] : undefined;
  return (id === undefined ? found?.list : found?.one) ?? UnknownScreen;
};
