import { useEffect, useState } from 'preact/hooks';
import { AccountView } from './AccountView.tsx';
import type { Api } from './api/createApi.ts';
import type { Router } from './route/createRouter.ts';
import { placeOf } from './route/Place.ts';
import { AccountsScreen } from './screens/AccountsScreen.tsx';

/** The dashboard: the list of accounts, or one of them. */
export const App = ({ api, router }: { api: Api; router: Router }) => {
  const [address, setAddress] = useState(router.address());
  useEffect(
    () =>
      router.onChange(() => {
        setAddress(router.address());
      }),
    [router],
  );
  const place = placeOf(address);
  const { accountId } = place;
  return accountId === undefined ? (
    <AccountsScreen api={api} />
  ) : (
    <AccountView key={accountId} {...{ api, router, place, accountId }} />
  );
};
