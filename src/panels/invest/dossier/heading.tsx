/** Headings and rows of a dossier. */
import type { ComponentChildren } from 'preact';
import type { Block } from './block.ts';

export function heading(key: string, title: string, aside?: string): Block {
  return {
    key,
    leads: true,
    node: (
      <h3 class="dos-heading">
        {title} {aside !== undefined && <span>{aside}</span>}
      </h3>
    ),
  };
}

export function piece(key: string, node: ComponentChildren): Block {
  return { key, leads: false, node };
}

export interface PrintRow {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
  readonly aside?: ComponentChildren;
}

/** Label, value and what must be said with it: on paper everything is open. */
export function PrintRows({ rows }: { readonly rows: readonly PrintRow[] }) {
  return (
    <dl class="dos-rows">
      {rows.map(({ label, value, aside }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            {value} {aside !== undefined && <span class="dos-aside">{aside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Two and two, the last alone where the number is odd: a row of two columns that is never cut. */
export function inPairs<T>(items: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, row) => items.slice(2 * row, 2 * row + 2));
}
