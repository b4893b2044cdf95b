/** Tables that outgrow their room: a scrolling frame, and column heads that sort. */
import type { ComponentChildren } from 'preact';

/** A frame that scrolls both ways under sticky heads; it takes the focus so that keys can scroll it. */
export function TableScroll(props: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly fill?: boolean;
}) {
  return (
    <section
      class={`table-scroll ${props.fill === true ? 'is-filling' : ''}`}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or keys cannot scroll it
      tabIndex={0}
    >
      {props.children}
    </section>
  );
}

interface SortHeadProps {
  readonly active: boolean;
  readonly descending: boolean;
  readonly onSort: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
}

export function SortHead({ active, descending, onSort, children, title, class: className = '' }: SortHeadProps) {
  return (
    <th scope="col" class={className} aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort-button" onClick={onSort} title={title}>
        <span>{children}</span>
        <span class="sort-sign" aria-hidden="true">
          {active ? (descending ? '▼' : '▲') : '↕'}
        </span>
      </button>
    </th>
  );
}
