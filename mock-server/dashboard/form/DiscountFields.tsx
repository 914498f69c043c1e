import type { Catalogue } from '../api/Catalogue.ts';
import { SelectField } from '../fields/SelectField.tsx';
import type { Discount } from './SessionForm.ts';
import { TextField } from '../fields/TextField.tsx';
import type { FormState } from './useSessionForm.ts';

const kinds: readonly (readonly [Discount, string])[] = [
  ['none', 'None'],
  ['coupon', 'Coupon'],
  ['promotion', 'Promotion code'],
];

interface DiscountProps {
  readonly state: FormState;
  readonly catalogue: Catalogue;
}

const KindOfDiscount = ({ state, catalogue }: DiscountProps) => {
  const { form, change, mend } = state;
  const choose = (discount: Discount): void => {
    mend('coupon_id');
    mend('promotion_code');
    const first = catalogue.coupons[0]?.id ?? '';
    change({ discount, couponId: form.couponId === '' ? first : form.couponId });
  };
  return (
    <fieldset class="field">
      <legend class="lab">Discount</legend>
      <div class="pick">
        {kinds.map(([kind, text]) => (
          <label key={kind}>
            <input
              type="radio"
              name="discount"
              checked={form.discount === kind}
              onChange={() => {
                choose(kind);
              }}
            />
            <span class="btn">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** A coupon or a promotion code, not both. */
export const DiscountFields = (props: DiscountProps) => {
  const { form, faultAt, put } = props.state;
  return (
    <>
      <KindOfDiscount {...props} />
      {form.discount === 'coupon' && (
        <SelectField
          id="coupon_id"
          label="Coupon"
          value={form.couponId}
          options={props.catalogue.coupons.map(({ id }) => [id, id])}
          error={faultAt('coupon_id')}
          onChange={(couponId) => {
            put('coupon_id', { couponId });
          }}
        />
      )}
      {form.discount === 'promotion' && (
        <TextField
          id="promotion_code"
          label="Promotion code"
          value={form.promotionCode}
          placeholder="SAVE20"
          error={faultAt('promotion_code')}
          onInput={(promotionCode) => {
            put('promotion_code', { promotionCode });
          }}
        />
      )}
    </>
  );
};
