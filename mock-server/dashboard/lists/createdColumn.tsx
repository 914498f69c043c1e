import type { Column } from './Table.tsx';
import { Time } from '../views/Time.tsx';

/** When a record was made. */
export const createdColumn: Column<{ readonly created_at: string }> = {
  name: 'Created',
  place: 'c',
  look: 'num',
  cell: ({ created_at: at }) => <Time at={at} />,
};
