/** The investor's side: what is made, what counts how much, what must hold, and who stands where. */
import { useSignal } from '@preact/signals';
import { useApp } from '../../state/app.ts';
import { Legend } from '../list/legend.tsx';
import { HeatFold } from './heat-fold.tsx';
import { LimitFields } from './limit-fields.tsx';
import { NeedBox } from './need-box.tsx';
import { RankedList } from './ranked-list.tsx';
import { useFinder } from './use-finder.ts';
import { PresetField, WeightFields } from './weight-fields.tsx';
import './invest.css';
import './ranked.css';

/** On a phone the sheet has a place of its own for the legend; the rest is the same. */
export default function InvestSide({ only }: { readonly only?: 'list' }) {
  const { i18n, places } = useApp();
  const { t } = i18n.value;
  const finder = useFinder();
  if (finder === null) return <p class="boot">{t('loading')}</p>;
  return (
    <section class="invest-side" id="list" ref={places.list} tabIndex={-1} aria-label={t('investMode')}>
      <NeedBox finder={finder} />
      <PresetField finder={finder} />
      <div class="invest-folds">
        <WeightFields finder={finder} />
        <LimitFields finder={finder} />
        <HeatFold finder={finder} />
        {only !== 'list' && <LegendFold />}
      </div>
      <RankedList finder={finder} />
    </section>
  );
}

/** The legend is there when it is asked for: the ranking needs the room. */
function LegendFold() {
  const { t } = useApp().i18n.value;
  const open = useSignal(false);
  return (
    <details class="invest-fold" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t('legendShort')}</summary>
      {open.value && <Legend />}
    </details>
  );
}
