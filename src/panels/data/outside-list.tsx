/** Rows whose point lies outside the district that they state, each with both and the distance between them. */
import { statedDistrict } from '../../analysis/counted-set.ts';
import { METRES_PER_DEGREE } from '../../domain/position.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { RowPages } from './row-pages.tsx';

/** What the map shows around a row, metres at least. */
const AROUND_M = 1500;

interface ListProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

const summaryId = (setId: string) => `outside-${setId}`;

/** Opens the list in the set's card, where a receipt speaks of it. */
export function OutsideButton({ setId, count }: { readonly setId: string; readonly count: number }) {
  const { state, i18n } = useApp();
  const show = () => {
    state.imports.value?.showOutside({ setId, page: 0, left: null });
    // The list is there with the next drawing of the page.
    setTimeout(() => document.getElementById(summaryId(setId))?.focus());
  };
  return <LinkButton onClick={show}>{i18n.value.t('outsideShow', { n: count })}</LinkButton>;
}

export function OutsideList({ imports, item }: ListProps) {
  const { i18n } = useApp();
  const { openOutside, showOutside } = imports;
  const { id, receipt } = item;
  const count = receipt.outsideStated?.rows.length ?? 0;
  if (count === 0) return null;
  const open = openOutside.value?.setId === id ? openOutside.value : null;
  return (
    <details
      open={open !== null}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now && open === null) showOutside({ setId: id, page: 0, left: null });
        else if (!now && open !== null) showOutside(null);
      }}
    >
      <summary id={summaryId(id)}>{i18n.value.t('outsideTitle', { n: count })}</summary>
      {open !== null && <Page imports={imports} item={item} page={open.page} left={open.left} />}
    </details>
  );
}

function Page({ imports, item, page, left }: ListProps & { readonly page: number; readonly left: number | null }) {
  const { i18n, map } = useApp();
  const { id: setId, set, receipt } = item;
  const all = receipt.outsideStated?.rows ?? new Uint32Array();
  const choose = (ref: RowRef, at: number) => {
    const { row } = ref;
    imports.showOutside({ setId, page: at, left: row });
    imports.choose(ref);
    const [lng, lat] = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0];
    const around = Math.max(AROUND_M, Math.min(set.radiusM[row] ?? 0, 10 * AROUND_M)) / METRES_PER_DEGREE;
    map.value?.fitBox([lng - around, lat - around, lng + around, lat + around]);
  };
  return (
    <RowPages
      total={all.length}
      at={(index) => ({ item, row: all[index] ?? 0, said: outsideWords(i18n.value, item, index) })}
      page={page}
      left={left === null ? null : { setId, row: left }}
      onReturned={() => imports.showOutside({ setId, page, left: null })}
      onTurn={(next) => imports.showOutside({ setId, page: next, left: null })}
      onChoose={choose}
    />
  );
}

/** What the file says, where the point lies, and how far the one is from the other. */
function outsideWords(i18n: I18n, { set, receipt }: ImportedSet, at: number): string {
  const { t } = i18n;
  const row = receipt.outsideStated?.rows[at] ?? -1;
  const stated = row < 0 ? null : statedDistrict(set, row);
  if (stated === null) return '';
  const lies = DISTRICT_IDS[receipt.outsideStated?.liesIn[at] ?? -1];
  const metres = receipt.outsideStated?.metres[at] ?? Number.NaN;
  const said = t('outsideRow', {
    stated: t(`district.${stated}`),
    lies: lies === undefined ? t('outsideFoshan') : t(`district.${lies}`),
  });
  if (Number.isNaN(metres)) return said;
  const away = t('outsideAway', {
    distance: metres < 1000 ? `${i18n.number(Math.ceil(metres))} m` : i18n.distance(metres, metres),
    stated: t(`district.${stated}`),
  });
  return `${said} · ${away}`;
}
