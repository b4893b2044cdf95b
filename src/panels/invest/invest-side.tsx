/** The investor's side: what is made, what counts how much, what must hold, and who stands where. */
import { useApp } from '../../state/context.ts';
import { LimitFields } from './limit-fields.tsx';
import { NeedBox } from './need-box.tsx';
import { RankedList } from './ranked-list.tsx';
import { useFinder } from './use-finder.ts';
import { PresetField, WeightFields } from './weight-fields.tsx';
import '../../ui/invest.css';

/** On a phone the sheet holds the same: the walk starts with the words there too. */
export default function InvestSide() {
  const { t } = useApp().i18n.value;
  const finder = useFinder();
  if (finder === null) return <p class="boot">{t('loading')}</p>;
  return (
    <section class="invest-side" id="list" tabIndex={-1} aria-label={t('investMode')}>
      <NeedBox finder={finder} />
      <PresetField finder={finder} />
      <div class="invest-folds">
        <WeightFields finder={finder} />
        <LimitFields finder={finder} />
      </div>
      <RankedList finder={finder} />
    </section>
  );
}
