/** A link with an address that opens a clause, at a sentence where one is given. */
import type { ComponentChildren } from 'preact';
import { formatAddress } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';

interface ClauseLinkProps {
  readonly id: string;
  readonly sentence?: number;
  readonly label?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function ClauseLink({ id, sentence, label, class: className, children }: ClauseLinkProps) {
  const { state } = useApp();
  const address = {
    ...state.address.value,
    map: null,
    doc: state.docOf(id),
    selections: [],
    cross: null,
    clause: id,
    sentence: sentence ?? null,
    view: 'reader' as const,
  };
  return (
    <a
      class={className}
      href={`#${formatAddress(address)}`}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault();
        state.actions.openClause(id, sentence ?? null);
      }}
    >
      {children}
    </a>
  );
}
