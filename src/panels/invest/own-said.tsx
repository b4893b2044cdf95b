/** What the user's own tables say of a candidate in words: contacts, conditions, until when an offer holds. */
import { type OwnText, ownTexts } from '../../analysis/invest/own-rows.ts';
import type { AppState } from '../../state/app-state.ts';

export interface OwnSaid {
  readonly column: string;
  readonly texts: readonly OwnText[];
}

/** By column, those that hold first; nothing where no table names the site. */
export function ownSaid({ invest }: AppState, siteId: string): OwnSaid[] {
  const texts = ownTexts(invest.finder.value?.tables.value ?? [], siteId);
  return [...new Set(texts.map(({ column }) => column))].map((column) => {
    const own = texts.filter((one) => one.column === column);
    return { column, texts: [...own.filter(({ expired }) => !expired), ...own.filter(({ expired }) => expired)] };
  });
}

export function OwnSaidList(props: { readonly said: readonly OwnSaid[]; readonly expired: string }) {
  return (
    <dl class="own-said">
      {props.said.map(({ column, texts }) => (
        <div key={column}>
          <dt>{column}</dt>
          {texts.map(({ text, set, expired }, n) => (
            <dd key={n} class={expired ? 'is-expired' : undefined}>
              {text} <span class="muted small">{expired ? `${set}, ${props.expired}` : set}</span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
