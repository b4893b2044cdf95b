/** Rows that stand on one point of the map: their list, and the way from one to the next. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { countOf, indexIn, type OpenStack, placeOf, refAt, type Standing } from '../../state/imports/stacks.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { PAGE, RowPages } from './row-pages.tsx';

interface StackListProps {
  readonly imports: Imports;
  readonly open: OpenStack;
  readonly standing: readonly Standing[];
}

export function StackList({ imports, open, standing }: StackListProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const box = useRef<HTMLElement>(null);
  const total = countOf(standing);
  // A click on the map has opened it: the next key goes on from here.
  useEffect(() => {
    if (open.left === null) box.current?.focus();
  }, [open.at]);
  const title = t('stackTitle', { n: total });
  return (
    <article class="panel" aria-label={title} ref={box} tabIndex={-1}>
      <PanelHead title={title} kicker={standing.map(({ item }) => item.look.name).join(' · ')} />
      <div class="panel-body stack-rows">
        <p>
          <LinkButton onClick={() => imports.stacks.open(null)}>← {t('dataBack')}</LinkButton>
        </p>
        <p class="small muted">{t('stackLead')}</p>
        <RowPages
          total={total}
          at={(index) => listed(standing, index)}
          page={open.page}
          left={open.left}
          onReturned={() => imports.stacks.open({ ...open, left: null })}
          onTurn={(page) => imports.stacks.open({ ...open, page, left: null })}
          onChoose={imports.choose}
        />
      </div>
    </article>
  );
}

function listed(standing: readonly Standing[], index: number) {
  const ref = refAt(standing, index);
  const item = standing.find((each) => each.item.id === ref?.setId)?.item;
  if (ref === null || item === undefined) return null;
  return standing.length > 1 ? { item, row: ref.row, of: item.look.name } : { item, row: ref.row };
}

interface StackStepsProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
  readonly row: number;
}

/** The way back from a row's card: to the list that it was chosen from. Others on its point are a step away. */
export function RowWays({ imports, item, row }: StackStepsProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { stacks, visible } = imports;
  const at = placeOf(item, row);
  const standing = useMemo(() => stacks.at(at), [item, visible.value, ...at]);
  const total = countOf(standing);
  const index = indexIn(standing, { setId: item.id, row }) ?? -1;
  const isStack = total > 1 && index >= 0;
  const toList = () => {
    stacks.open({ at, page: Math.floor(index / PAGE), left: { setId: item.id, row } });
    imports.choose(null);
  };
  const fromStack = isStack && stacks.opened.value !== null;
  const step = (by: number) => {
    const next: RowRef | null = refAt(standing, (index + by + total) % total);
    if (next !== null) imports.choose(next);
  };
  return (
    <>
      <p>
        <LinkButton onClick={fromStack ? toList : () => imports.choose(null)}>
          ← {fromStack ? t('stackBack', { n: total }) : t('dataBack')}
        </LinkButton>
      </p>
      {isStack && (
        <div class="stack-steps">
          <p role="status" class="small tabular">
            {t('stackAt', { i: index + 1, n: total })}
          </p>
          <p class="actions">
            <LinkButton onClick={() => step(-1)}>{t('stackPrevious')}</LinkButton>
            <LinkButton onClick={() => step(1)}>{t('stackNext')}</LinkButton>
            {!fromStack && <LinkButton onClick={toList}>{t('stackAll', { n: total })}</LinkButton>}
          </p>
        </div>
      )}
    </>
  );
}
