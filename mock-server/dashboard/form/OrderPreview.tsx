import type { Catalogue } from '../api/Catalogue.ts';
import { orderLines, orderLineSum, orderLinesTotal, recurringOrderLines } from './orderLines.ts';
import type { SessionForm } from './SessionForm.ts';

/** What the shopper would pay, before any discount. */
export const OrderPreview = ({ form, catalogue }: { form: SessionForm; catalogue: Catalogue }) => {
  const lines = orderLines(catalogue, form.items);
  const discounted = form.discount !== 'none';
  return (
    <div class="card">
      <header>
        <h2>Total due today</h2>
      </header>
      {form.mode === 'setup' ? (
        <p class="pad muted">Nothing: the card is only saved.</p>
      ) : (
        <dl class="kv">
          {lines.map((line) => (
            <div key={line.key} class="row whole">
              <dt>
                {line.name}
                {line.quantity > 1 && ` × ${String(line.quantity)}`}
              </dt>
              <dd class="num end">{orderLineSum(line)}</dd>
            </div>
          ))}
          <div class="row whole due">
            <dt>{discounted ? 'Total before the discount' : 'Total'}</dt>
            <dd class="num end">{orderLinesTotal(lines) ?? '–'}</dd>
          </div>
          {recurringOrderLines(lines).map((text) => (
            <div key={text} class="row whole">
              <dt>Then</dt>
              <dd class="num end">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};
