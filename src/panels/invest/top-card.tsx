/** One of the first three: its rank and range, the sentence, and its parts. */
import type { RankedCandidate } from '../../analysis/invest/types.ts';
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { districtNames } from '../shared/phrases.ts';
import { SiteMark } from '../shared/site-mark.tsx';
import { ChooseButtons } from './choose-buttons.tsx';
import { knownWords, type OwnNames, rankWords, scoreText, spreadWords } from './criterion-text.ts';
import { LabelledParts } from './labelled-parts.tsx';
import { PartsBar } from './parts-bar.tsx';
import { openCandidate } from './ranked.ts';
import { reasonWords } from './reason-text.ts';

export function TopCard(props: {
  readonly one: RankedCandidate;
  readonly own: OwnNames;
  readonly named: readonly Site[];
  readonly open: boolean;
}) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { one, own } = props;
  const { site } = one;
  const spread = spreadWords(i18n.value, one);
  return (
    <li class="top-card">
      <div class="top-head">
        {one.row === undefined && <SiteMark site={site} size={24} />}
        <h4>
          <LinkButton onClick={() => openCandidate(state, one)}>{name(site)}</LinkButton>
        </h4>
        {one.row === undefined && <ChooseButtons site={site} />}
      </div>
      <p class="top-facts small muted tabular">
        {rankWords(i18n.value, one)} · {t('scoreWords', { n: scoreText(i18n.value, one, 1) })} ·{' '}
        {spread !== null && <span title={spread.why}>{spread.short} · </span>}
        <span title={t('knownWhy')}>{knownWords(i18n.value, one)}</span> · {districtNames(i18n.value, site)}
      </p>
      <PartsBar one={one} own={own} />
      <p class="top-reason">
        <Mixed text={reasonWords(i18n.value, state, one, own, props.named)} />
      </p>
      <details class="also" open={props.open}>
        <summary>{t('itsParts')}</summary>
        <LabelledParts one={one} own={own} />
      </details>
    </li>
  );
}
