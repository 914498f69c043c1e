import type { ComponentChildren } from 'preact';

/** A name and what stands beside it. */
export type Property = readonly [name: string, value: ComponentChildren];

interface PropertiesCardProps {
  readonly title?: string;
  /** Those that are not there are left out. */
  readonly rows: readonly (Property | undefined)[];
  /** Rows that ask for themselves. */
  readonly children?: ComponentChildren;
}

/** What a record is, by the names of its members. */
export const PropertiesCard = ({ title = 'Properties', rows, children }: PropertiesCardProps) => (
  <div class="card">
    <header>
      <h2>{title}</h2>
    </header>
    <dl class="kv">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd class="num">{row[1]}</dd>
            </div>
          ),
      )}
      {children}
    </dl>
  </div>
);
