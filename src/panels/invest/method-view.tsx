/** How the score is made: formula, candidates, scales, a worked example, ranges, and what the data cannot say. */
import { DISC, DISC_RINGS } from '../../analysis/invest/disc.ts';
import { DRAWS, SEED } from '../../analysis/invest/draws.ts';
import { LEAST_KNOWN } from '../../analysis/invest/rank.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { MethodExample } from './method-example.tsx';
import { MethodScales } from './method-scales.tsx';
import { useFinder } from './use-finder.ts';
import './invest.css';
import './ranked.css';

const CANNOT = [
  'methodCannot1',
  'methodCannot2',
  'methodCannot3',
  'methodCannot4',
  'methodCannot5',
  'methodCannot6',
] as const;

/** The points over which a mean is taken, in the numbers by which they are made. */
function discWords({ number }: I18n) {
  const [, inner, outer] = DISC_RINGS;
  return {
    ...{ n: DISC.length, six: inner.points, twelve: outer.points, from: outer.from },
    ...{ sixStep: 360 / inner.points, twelveStep: 360 / outer.points },
    ...{ inner: number(inner.share, 3), outer: number(outer.share, 3) },
  };
}

export default function MethodView() {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const finder = useFinder();
  if (finder === null) return <p class="boot">{t('loading')}</p>;
  const ranking = finder.ranking.value;
  return (
    <div class="wide-body method">
      <div class="wide-intro">
        <p>{t('methodIntro')}</p>
      </div>
      <section class="wide-section">
        <h3>{t('methodFormula')}</h3>
        <p>{t('methodFormulaText', { least: 100 * LEAST_KNOWN })}</p>
        <p>{t('methodDisc', discWords(i18n.value))}</p>
      </section>
      <section class="wide-section">
        <h3>{t('methodPool')}</h3>
        <p>{t('methodPoolText', { n: ranking.candidates.length })}</p>
      </section>
      <MethodExample finder={finder} />
      <MethodScales finder={finder} />
      <section class="wide-section">
        <h3>{t('methodRanges')}</h3>
        <p>{t('methodRangesText', { draws: DRAWS, seed: SEED })}</p>
      </section>
      <section class="wide-section">
        <h3>{t('methodCannot')}</h3>
        <ul class="method-list">
          {CANNOT.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
