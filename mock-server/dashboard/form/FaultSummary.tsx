import { Fragment } from 'preact';
import { Note } from '../views/Note.tsx';
import type { FormFault } from './formFaults.ts';

const counts = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** Takes the reader to the field without changing the address. */
const focusField = (event: MouseEvent, place: string): void => {
  event.preventDefault();
  document.getElementById(place)?.focus();
};

const FaultLink = ({ place, name, message }: FormFault) =>
  document.getElementById(place) ? (
    <a
      href={`#${place}`}
      onClick={(event) => {
        focusField(event, place);
      }}
    >
      {name}
    </a>
  ) : (
    <>
      {name} ({message})
    </>
  );

/** Says above a form which of its fields need a change. */
export const FaultSummary = ({ faults }: { faults: readonly FormFault[] }) => {
  const count = counts[faults.length] ?? String(faults.length);
  const one = faults.length === 1;
  return (
    <Note bad>
      <p>
        {count} {one ? 'field needs' : 'fields need'} a change before the session can be created:{' '}
        {faults.map((fault, index) => (
          <Fragment key={fault.place}>
            {index > 0 && (index === faults.length - 1 ? ' and ' : ', ')}
            <FaultLink {...fault} />
          </Fragment>
        ))}
        .
      </p>
    </Note>
  );
};
