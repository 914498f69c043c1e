import { cardBrand } from '../../form/cardNumber.ts';
import { orderKind } from '../../order/orderKind.ts';
import { cardIcon, Icon } from '../Icon.tsx';
import { TextField } from './TextField.tsx';
import type { SessionView } from '../View.ts';

const NumberField = (view: SessionView) => {
  const { texts, values, note } = view.state;
  const { name: brand } = cardBrand(values.number);
  const declined = note?.kind === 'declined' && note.number !== '' && note.number === values.number;
  return (
    <TextField
      {...view}
      name="number"
      label={texts.number}
      digits
      autocomplete="cc-number"
      placeholder="1234 1234 1234 1234"
      wrongBecause={declined ? 'note' : undefined}
    >
      {brand === '' ? <Icon d={cardIcon} /> : <span class="brand">{brand}</span>}
    </TextField>
  );
};

const DateAndCode = (view: SessionView) => {
  const { texts, values } = view.state;
  return (
    <div class="pair">
      <TextField
        {...view}
        name="expiry"
        label={texts.expiry}
        digits
        autocomplete="cc-exp"
        placeholder={texts.expiryFormat}
      />
      <TextField
        {...view}
        name="securityCode"
        label={texts.securityCode}
        digits
        autocomplete="cc-csc"
        placeholder={'1234'.slice(0, cardBrand(values.number).codeLength)}
      />
    </div>
  );
};

const SaveCard = ({ state, actions }: SessionView) => (
  <label class="check">
    <input
      type="checkbox"
      checked={state.saveCard}
      disabled={state.phase.name !== 'form'}
      onChange={(event) => {
        actions.saveCard(event.currentTarget.checked);
      }}
    />
    <span>{state.texts.saveCard}</span>
  </label>
);

/** The card. In the order in which it is read off, and with the names that browsers fill in. */
export const CardFields = (view: SessionView) => {
  const { texts } = view.state;
  return (
    <fieldset class="fields">
      <legend class="sr">{texts.cardDetails}</legend>
      <NumberField {...view} />
      <DateAndCode {...view} />
      <div class="pair">
        <TextField {...view} name="name" label={texts.name} autocomplete="cc-name" limit={255} />
        <TextField
          {...view}
          name="postalCode"
          label={texts.postalCode}
          autocomplete="postal-code"
          limit={32}
        />
      </div>
      {/* A card that is charged again is kept anyway; asking would be no choice. */}
      {orderKind(view.session) === 'payment' && <SaveCard {...view} />}
    </fieldset>
  );
};
