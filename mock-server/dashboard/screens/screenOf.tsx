import type { FunctionComponent } from 'preact';
import type { Place } from '../route/Place.ts';
import { CreateSessionScreen } from './CreateSessionScreen.tsx';
import { SessionScreen } from './SessionScreen.tsx';
import { SessionsScreen } from './SessionsScreen.tsx';
import { UnknownScreen } from './UnknownScreen.tsx';

interface Section {
  readonly list: FunctionComponent;
  readonly one?: FunctionComponent;
}

const sections: Readonly<Record<string, Section>> = {
  '': { list: SessionsScreen },
  'checkout-sessions': { list: SessionsScreen, one: SessionScreen },
};

/** The screen at an address. */
export const screenOf = ({ section, id }: Place): FunctionComponent => {
  if (section === 'checkout-sessions' && id === 'new') return CreateSessionScreen;
  const found = Object.hasOwn(sections, section) ? sections[section] : undefined;
  return (id === undefined ? found?.list : found?.one) ?? UnknownScreen;
};
