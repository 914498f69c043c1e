import type { Catalogue } from '../api/Catalogue.ts';
import { Icon } from '../views/Icon.tsx';
import { defaultPriceId } from './defaultPriceId.ts';
import { orderLineOptions, orderLines, orderLineSum } from './orderLines.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { nextKey, type ItemForm } from './SessionForm.ts';
import { TextField } from '../fields/TextField.tsx';
import type { FormState } from './useSessionForm.ts';

interface ItemRowsProps {
  readonly state: Pick<FormState, 'faultAt' | 'mend'>;
  readonly catalogue: Catalogue;
  /** Where the list is in the body: `line_items`. */
  readonly place: string;
  readonly items: readonly ItemForm[];
  readonly onChange: (items: readonly ItemForm[]) => void;
}

interface ItemRowProps extends ItemRowsProps {
  readonly index: number;
  readonly item: ItemForm;
}

const RemoveItem = ({ place, items, onChange, item, name }: ItemRowProps & { name: string }) => (
  <button
    type="button"
    class="btn quiet bare"
    aria-label={`Remove ${name}`}
    onClick={() => {
      onChange(items.filter(({ key }) => key !== item.key));
      document.getElementById(`${place}.add`)?.focus();
    }}
  >
    <Icon name="cross" />
  </button>
);

const ItemRow = (props: ItemRowProps) => {
  const { state, catalogue, place, items, onChange, index, item } = props;
  const at = `${place}.${String(index)}`;
  const [line] = orderLines(catalogue, [item]);
  const put = (field: string, changes: Partial<ItemForm>): void => {
    state.mend(`${at}.${field}`);
    onChange(items.map((other) => (other.key === item.key ? { ...item, ...changes } : other)));
  };
  return (
    <li class="item">
      <SelectField
        id={`${at}.price_id`}
        label="Price"
        value={item.priceId}
        options={orderLineOptions(catalogue)}
        error={state.faultAt(`${at}.price_id`)}
        onChange={(priceId) => {
          put('price_id', { priceId });
        }}
      />
      <TextField
        id={`${at}.quantity`}
        label="Quantity"
        look="num"
        inputMode="numeric"
        value={item.quantity}
        error={state.faultAt(`${at}.quantity`)}
        onInput={(quantity) => {
          put('quantity', { quantity });
        }}
      />
      <p class="num item-sum">{line && orderLineSum(line)}</p>
      <RemoveItem {...props} name={line?.name ?? `line item ${String(index + 1)}`} />
    </li>
  );
};

/** Prices with their quantities, to add and remove. */
export const ItemRows = (props: ItemRowsProps) => {
  const { catalogue, place, items, onChange } = props;
  const add = (): void => {
    const priceId = defaultPriceId(catalogue);
    onChange([...items, { key: nextKey(items), priceId, quantity: '1' }]);
    // Once it is drawn, the new line is what is worked on.
    requestAnimationFrame(() => {
      document.getElementById(`${place}.${String(items.length)}.price_id`)?.focus();
    });
  };
  return (
    <ul class="rows">
      {items.map((item, index) => (
        <ItemRow key={item.key} {...props} index={index} item={item} />
      ))}
      <li>
        <button type="button" class="btn" id={`${place}.add`} onClick={add}>
          <Icon name="plus" />
          Add line item
        </button>
      </li>
    </ul>
  );
};
