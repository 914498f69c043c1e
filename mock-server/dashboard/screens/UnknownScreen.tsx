import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import { Screen } from '../views/Screen.tsx';

/** For an address that leads nowhere. */
export const UnknownScreen = () => {
  const { accountId } = useDashboard();
  return (
    <Screen title="Nothing here">
      <div class="card empty">
        <p class="muted">This address leads to no screen of the dashboard.</p>
        <a class="btn" href={hrefOf(accountId)}>
          Checkout Sessions
        </a>
      </div>
    </Screen>
  );
};
