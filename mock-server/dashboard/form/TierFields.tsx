import type { Catalogue } from '../api/Catalogue.ts';
import { Icon } from '../views/Icon.tsx';
import { defaultPriceId } from './defaultPriceId.ts';
import { ItemRows } from './ItemRows.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { nextKey, type TierForm } from './SessionForm.ts';
import type { FormState } from './useSessionForm.ts';

interface TierProps {
  readonly state: FormState;
  readonly catalogue: Catalogue;
}

const most = 10;

interface OneTierProps extends TierProps {
  readonly tier: TierForm;
  readonly index: number;
}

/** The first tier is what the session itself is for. */
const nameOf = ({ index }: Pick<OneTierProps, 'index'>): string => `Tier ${String(index + 2)}`;

const TierHead = ({ state, tier, index }: OneTierProps) => (
  <div class="row">
    <b aria-hidden="true">{nameOf({ index })}</b>
    <button
      type="button"
      class="btn quiet bare"
      aria-label={`Remove tier ${String(index + 2)}`}
      onClick={() => {
        state.change({ tiers: state.form.tiers.filter(({ key }) => key !== tier.key) });
        document.getElementById('cascade_line_items.add')?.focus();
      }}
    >
      <Icon name="cross" />
    </button>
  </div>
);

const Tier = (props: OneTierProps) => {
  const { state, catalogue, tier, index } = props;
  const place = `cascade_line_items.${String(index)}`;
  const put = (changes: Partial<TierForm>): void => {
    const { tiers } = state.form;
    const next = tiers.map((each) => (each.key === tier.key ? { ...tier, ...changes } : each));
    state.put(`${place}.processor_route_id`, { tiers: next });
  };
  return (
    <fieldset class="boxed">
      <legend class="sr">{nameOf(props)}</legend>
      <div class="pad">
        <TierHead {...props} />
        <SelectField
          id={`${place}.processor_route_id`}
          label="Processor route"
          value={tier.routeId}
          options={[
            ['', 'The session’s own'],
            ...catalogue.routes.map(({ id, name }) => [id, `${name} · ${id}`] as const),
          ]}
          error={state.faultAt(`${place}.processor_route_id`)}
          onChange={(routeId) => {
            put({ routeId });
          }}
        />
      </div>
      <div class="inset">
        <ItemRows
          {...{ state, catalogue }}
          place={`${place}.line_items`}
          items={tier.items}
          onChange={(items) => {
            put({ items });
          }}
        />
      </div>
    </fieldset>
  );
};

/** What is offered instead, in order, when every processor declines. */
export const TierFields = (props: TierProps) => {
  const { state, catalogue } = props;
  const { tiers } = state.form;
  const add = (): void => {
    const items = [{ key: 1, priceId: defaultPriceId(catalogue), quantity: '1' }];
    state.change({ tiers: [...tiers, { key: nextKey(tiers), items, routeId: '' }] });
  };
  return (
    <div class="group">
      <div>
        <p class="lab" aria-hidden="true">
          Cascade
        </p>
        <p class="help">Tried in order when every processor has declined the order before.</p>
      </div>
      {tiers.map((tier, index) => (
        <Tier key={tier.key} {...props} tier={tier} index={index} />
      ))}
      {tiers.length < most && (
        <div>
          <button type="button" class="btn" id="cascade_line_items.add" onClick={add}>
            <Icon name="plus" />
            Add tier
          </button>
        </div>
      )}
    </div>
  );
};
