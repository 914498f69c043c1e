import type { ClockView } from '../../schemas/clock.ts';
import type { Catalogue } from '../api/Catalogue.ts';
import { useServerTime } from '../clock/useServerTime.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { expiryHelp } from './expiryHelp.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { FormState } from './useSessionForm.ts';

interface FieldsProps {
  readonly state: FormState;
  readonly catalogue: Catalogue;
}

const modes = [
  ['payment', 'Payment'],
  ['setup', 'Setup: save a card, charge nothing'],
] as const;

const customerOptions = ({ customers }: Catalogue): (readonly [string, string])[] => [
  ['', 'No customer: the shopper enters an email'],
  ...customers.map(({ id, name, email }) => [id, `${name ?? email} · ${id}`] as const),
];

const Terms = ({ state }: Pick<FieldsProps, 'state'>) => {
  const { form, change, faultAt, put } = state;
  const clock = useLoaded<ClockView>(useAccountPath()('clock'), ['clock']);
  const now = useServerTime(clock.value);
  return (
    <div class="two">
      <TextField
        id="expires_in_hours"
        label="Expires in (hours)"
        look="num"
        inputMode="numeric"
        value={form.expires}
        help={expiryHelp(form.expires, now)}
        error={faultAt('expires_in_hours')}
        onInput={(expires) => {
          put('expires_in_hours', { expires });
        }}
      />
      <SelectField
        id="mode"
        label="Mode"
        value={form.mode}
        options={modes}
        onChange={(mode) => {
          change({ mode });
        }}
      />
    </div>
  );
};

const WhoAndWhen = ({ state, catalogue }: FieldsProps) => {
  const { form, faultAt, put } = state;
  return (
    <div class="card pad">
      <SelectField
        id="customer_id"
        label="Customer"
        optional
        value={form.customerId}
        options={customerOptions(catalogue)}
        error={faultAt('customer_id')}
        onChange={(customerId) => {
          put('customer_id', { customerId });
        }}
      />
      <Terms state={state} />
    </div>
  );
};

const Addresses = ({ state }: Pick<FieldsProps, 'state'>) => {
  const { form, faultAt, put } = state;
  return (
    <div class="card pad">
      <TextField
        id="success_url"
        label="Success URL"
        look="code"
        inputMode="url"
        value={form.successUrl}
        help={
          <>
            Where the shopper goes after paying. <code>{'{CHECKOUT_SESSION_ID}'}</code> becomes the
            id.
          </>
        }
        error={faultAt('success_url')}
        onInput={(successUrl) => {
          put('success_url', { successUrl });
        }}
      />
      <TextField
        id="return_url"
        label="Return URL"
        look="code"
        inputMode="url"
        value={form.returnUrl}
        help="Where the shopper goes after canceling."
        error={faultAt('return_url')}
        onInput={(returnUrl) => {
          put('return_url', { returnUrl });
        }}
      />
    </div>
  );
};

/** What every session has: who pays, until when, and where the shopper goes afterwards. */
export const MainFields = (props: FieldsProps) => (
  <>
    <WhoAndWhen {...props} />
    <Addresses {...props} />
  </>
);
