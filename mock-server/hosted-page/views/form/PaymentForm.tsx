import { orderKind } from '../../order/orderKind.ts';
import { CardFields } from './CardFields.tsx';
import { Consent } from './Consent.tsx';
import { PayButton } from './PayButton.tsx';
import { TextField } from './TextField.tsx';
import type { SessionView } from '../View.ts';
import { Words } from '../Words.tsx';

const BelowButton = ({ state, actions, session }: SessionView) => {
  if (state.phase.name !== 'form') return <p class="help mid below">{state.texts.keepOpen}</p>;
  if (state.surface === 'page') return null;
  return (
    <button type="button" class="link mid below" onClick={actions.cancel}>
      <span>
        <Words text={state.texts.cancel} values={{ m: session.merchant.name }} />
      </span>
    </button>
  );
};

/** The form, while it can be filled in and while it is being taken. */
export const PaymentForm = (view: SessionView) => {
  const { state, session, actions } = view;
  const submit = (event: Event): void => {
    event.preventDefault();
    actions.pay();
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField
        {...view}
        name="email"
        label={state.texts.email}
        type="email"
        autocomplete="email"
        limit={254}
      />
      {orderKind(session) !== 'free' && <CardFields {...view} />}
      <Consent {...view} />
      <PayButton {...view} submit={submit} />
      <BelowButton {...view} />
    </form>
  );
};
