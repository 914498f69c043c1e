import type { ComponentChildren } from 'preact';
import { hrefOf } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';
import type { Loaded } from '../useLoaded.ts';
import { Screen } from './Screen.tsx';
import { Time } from './Time.tsx';
import { TroubleNote } from './TroubleNote.tsx';

interface Dated {
  readonly id: string;
  readonly created_at: string;
}

interface RecordScreenProps<R> {
  /** As a sentence begins: "Payment". */
  readonly what: string;
  /** Other than what it is and its id. */
  readonly title?: string | undefined;
  /** The name of the list that leads to it. */
  readonly list: string;
  readonly loaded: Pick<Loaded<R>, 'value' | 'trouble' | 'reload'>;
  readonly heading: (record: R) => ComponentChildren;
  readonly actions?: (record: R) => ComponentChildren;
  /** Below its heading; else its id, and when it was made. */
  readonly below?: (record: R) => ComponentChildren;
  /** Boxes in place of the record, until it is there. */
  readonly waiting: ComponentChildren;
  readonly children: (record: R) => ComponentChildren;
}

const madeAt = ({ id, created_at: at }: Dated) => (
  <>
    <code>{id}</code> · <Time at={at} as="full" />
  </>
);

/** The screen of one record, which its address names: coming, there, or why not. */
export const RecordScreen = <R extends Dated>(props: RecordScreenProps<R>) => {
  const { what, list, loaded, heading, actions, below = madeAt, waiting, children } = props;
  const { accountId, place } = useDashboard();
  const { value, trouble, reload } = loaded;
  const isWaiting = !value && !trouble;
  return (
    <Screen
      title={props.title ?? `${what} ${place.id ?? ''}`}
      crumb={{ href: hrefOf(accountId, place.section), text: list }}
      waiting={isWaiting}
      {...(value && {
        heading: heading(value),
        actions: actions?.(value),
        below: <p class="small muted num">{below(value)}</p>,
      })}
    >
      {trouble && (
        <TroubleNote
          what={`The ${what.toLowerCase()} could not be read.`}
          trouble={trouble}
          onRetry={reload}
        />
      )}
      {isWaiting && waiting}
      {value && children(value)}
    </Screen>
  );
};
