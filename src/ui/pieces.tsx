/** Small presentational pieces, props only. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconShape } from './icon.tsx';

export function IconButton(props: {
  readonly icon: IconShape;
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

export function Section(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly aside?: ComponentChildren;
}) {
  return (
    <section class="section" id={props.id}>
      <header class="section-head">
        <h3>{props.title}</h3>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}

export interface Row {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Label and value pairs; rows without a value are left out by the caller. */
export function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl class="rows">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A button that reads as a link: it changes what is shown and has no address of its own. */
export function LinkButton(props: {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly title?: string;
}) {
  return (
    <button type="button" class={`link-button ${props.class ?? ''}`} onClick={props.onClick} title={props.title}>
      {props.children}
    </button>
  );
}

export function Note({
  children,
  tone = 'quiet',
}: {
  readonly children: ComponentChildren;
  readonly tone?: 'quiet' | 'warning';
}) {
  return <p class={`note note-${tone}`}>{children}</p>;
}
