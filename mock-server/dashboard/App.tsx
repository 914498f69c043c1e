import { useEffect, useMemo, useState } from 'preact/hooks';
import { AccountView } from './AccountView.tsx';
import { createApi } from './api/createApi.ts';
import type { Router } from './route/createRouter.ts';
import { placeOf } from './route/Place.ts';
import { AccountsScreen } from './screens/AccountsScreen.tsx';
import { LockedScreen } from './screens/LockedScreen.tsx';

/** The dashboard: the list of accounts, or one of them; or what lets it in, where the server asks for a token. */
export const App = ({ router }: { router: Router }) => {
  const [address, setAddress] = useState(router.address());
  const [locked, setLocked] = useState(false);
  const api = useMemo(
    () =>
      createApi(() => {
        setLocked(true);
      }),
    [],
  );
  useEffect(
    () =>
      router.onChange(() => {
        setAddress(router.address());
      }),
    [router],
  );
  const place = placeOf(address);
  const { accountId } = place;
  if (locked) {
    return (
      <LockedScreen
        onToken={async (token) => {
          api.useControlToken(token);
          const { status } = await api.get('/accounts');
          setLocked(status === 401);
          return status !== 401;
        }}
      />
    );
  }
  return accountId === undefined ? (
    <AccountsScreen {...{ api, router, place }} />
  ) : (
    <AccountView key={accountId} {...{ api, router, place, accountId }} />
  );
};
