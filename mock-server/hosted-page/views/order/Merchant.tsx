import { fill } from '../../../page-parts/format.ts';
import { backIcon, Icon } from '../Icon.tsx';
import type { SessionView } from '../View.ts';

const Mark = ({ name, logo }: { name: string; logo: string | null }) =>
  logo?.startsWith('https:') ? (
    <img class="mark" src={logo} alt="" />
  ) : (
    <span class="mark" aria-hidden="true">
      {Array.from(name.trim())[0]?.toUpperCase()}
    </span>
  );

/** Who is paid: only where the page stands alone; elsewhere the merchant's own page says it. `back`: with a way back. */
export const Merchant = ({ state, session, actions, back }: SessionView & { back?: boolean }) => {
  if (state.surface !== 'page') return null;
  const { name, logo_url: logo } = session.merchant;
  const label = fill(state.texts.cancel, { m: name });
  return (
    <p class="who">
      {back && (
        <button
          type="button"
          class="back"
          onClick={actions.cancel}
          aria-label={label}
          title={label}
          aria-disabled={!['form', 'offer'].includes(state.phase.name)}
        >
          <Icon d={backIcon} flip />
        </button>
      )}
      <Mark name={name} logo={logo} /> <bdi>{name}</bdi>
    </p>
  );
};
