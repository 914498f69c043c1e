import { formatMoney } from '../../page-parts/format.ts';
import type { Subscription } from '../api/Subscription.ts';
import { Breakable } from '../views/Breakable.tsx';
import { intervalWords } from '../format/priceWords.ts';

/** What is charged again and again. */
export const ItemsCard = ({
  subscription: { items, currency, ...rhythm },
}: {
  subscription: Subscription;
}) => (
  <div class="card">
    <header>
      <h2>Items</h2>
    </header>
    <dl class="kv">
      {items.map(({ id, description, quantity, price_id: price, unit_amount_atom: atom }) => (
        <div key={id} class="row whole">
          <dt>
            {description} × {quantity} ·{' '}
            <code>
              <Breakable text={price} />
            </code>
          </dt>
          <dd class="num end">
            {formatMoney(atom * quantity, currency, 'en')}{' '}
            <span class="muted">{intervalWords(rhythm)}</span>
          </dd>
        </div>
      ))}
    </dl>
  </div>
);
