/** On a phone: one sheet over the map at three heights, holding details, list and legend. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { SheetHeight } from '../../state/app-state.ts';
import { moveBetweenTabs } from '../../ui/move-with-arrows.ts';
import { Legend } from '../list/legend.tsx';

const HEIGHTS: readonly SheetHeight[] = ['peek', 'half', 'full'];
const HEIGHT_LABEL: Record<SheetHeight, MessageKey> = { peek: 'sheetPeek', half: 'sheetHalf', full: 'sheetFull' };
const TABS = ['details', 'list', 'legend'] as const;
const TAB_LABEL = { details: 'details', list: 'list', legend: 'legendShort' } as const;
/** A drag shorter than this is a tap on the handle. */
const TAP_PX = 6;

interface SheetProps {
  readonly details: ComponentChildren;
  /** The mode's list. */
  readonly Side: ComponentType<{ readonly only?: 'list' }>;
}

export function Sheet({ details, Side }: SheetProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const tab = useSignal<(typeof TABS)[number]>('details');
  const dragFrom = useRef<number | null>(null);
  const height = state.sheet.value;
  const opened = `${state.selection.value?.entity}:${state.selection.value?.id}:${state.clause.value}:${state.view.value}:${state.plan.ask.value === null}`;
  const first = useRef(true);

  // What was chosen is what is shown, whichever tab it was chosen from.
  useEffect(() => {
    if (first.current) first.current = false;
    else tab.value = 'details';
  }, [opened]);

  const step = (by: number) => {
    const next = HEIGHTS[Math.min(HEIGHTS.length - 1, Math.max(0, HEIGHTS.indexOf(height) + by))];
    if (next !== undefined) state.actions.setSheet(next);
  };
  const turn = () => state.actions.setSheet(height === 'full' ? 'peek' : height === 'half' ? 'full' : 'half');
  return (
    <aside class={`sheet sheet-${height}`} aria-label={t('details')}>
      <button
        type="button"
        class="sheet-handle"
        aria-label={`${t('sheetHeight')}: ${t(HEIGHT_LABEL[height])}. ${t('resizeHint')}`}
        onPointerDown={(event) => {
          dragFrom.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={(event) => {
          const moved = dragFrom.current === null ? 0 : event.clientY - dragFrom.current;
          dragFrom.current = null;
          if (Math.abs(moved) > TAP_PX) step(moved < 0 ? 1 : -1);
          else turn();
        }}
        onClick={(event) => {
          // Assistive technology clicks without a pointer; a tap has been heard already.
          if (event.detail === 0) turn();
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') step(1);
          else if (event.key === 'ArrowDown') step(-1);
          else if (event.key === 'Enter' || event.key === ' ') turn();
          else return;
          event.preventDefault();
        }}
      >
        <span />
      </button>
      <div class="sheet-tabs" role="tablist">
        {TABS.map((id) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={tab.value === id}
            aria-controls="sheet-body"
            tabIndex={tab.value === id ? 0 : -1}
            onKeyDown={moveBetweenTabs}
            onClick={() => {
              tab.value = id;
              if (height === 'peek') state.actions.setSheet('half');
            }}
          >
            {t(TAB_LABEL[id])}
          </button>
        ))}
      </div>
      <div class="sheet-body" id="sheet-body" role="tabpanel" aria-labelledby={`tab-${tab.value}`}>
        {tab.value === 'details' && details}
        {tab.value === 'list' && <Side only="list" />}
        {tab.value === 'legend' && <Legend />}
      </div>
    </aside>
  );
}
