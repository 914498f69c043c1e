import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';

interface NothingProps {
  readonly title: string;
  readonly text: string;
  /** With a way to what it comes from: a new session. */
  readonly bySession?: boolean;
}

/** In place of a list that has nothing in it: what would be there, and how it comes about. */
export const Nothing = ({ title, text, bySession = false }: NothingProps) => {
  const { accountId } = useDashboard();
  return (
    <div class="card empty">
      <div>
        <h2>{title}</h2>
        <p class="muted">{text}</p>
      </div>
      {bySession && (
        <a class="btn" href={hrefOf(accountId, 'checkout-sessions', 'new')}>
          Create Checkout Session
        </a>
      )}
    </div>
  );
};
